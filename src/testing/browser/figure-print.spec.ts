import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const sheets = ['tokens', 'base', 'prose', 'figure', 'print', 'figure-controls'].map((name) =>
  readFileSync(path.join(import.meta.dirname, '../../styles', `${name}.css`), 'utf8'),
);

/** Controls that a hydrated figure has in addition. */
const controls = ['figure-controls', 'figure-player', 'figure-actions'].map(
  (name) => `<div class="${name}"><button>Control</button></div>`,
);

/** Markup of a hydrated figure. */
const figure =
  '<figure class="figure" id="figure-1"><figcaption>Two lines</figcaption><narani-x data-pairs="">' +
  '<div class="figure-picture"><svg role="img" aria-label="Two lines" width="100%" height="160"><path d="M0 0L90 90"/></svg></div>' +
  '<p class="figure-description">One climbs and the other falls.</p>' +
  '<details class="figure-panel"><summary>Terminal output</summary><pre class="figure-output">76.0</pre></details>' +
  '<details class="figure-panel"><summary>Machine</summary><div class="figure-controls"></div></details>' +
  '<details class="figure-data"><summary>Show as a table</summary><table><tr><td>12.5</td></tr></table></details>' +
  `${controls.join('')}</narani-x></figure>`;

test.describe('A figure on paper', () => {
  test.beforeEach(async ({ page }) => {
    await page.setContent(`<style>${sheets.join('')}</style><div class="prose">${figure}</div>`);
    await expect(page.getByRole('table')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
  });

  test('shows its picture, description, panels and table, although panels and table are closed', async ({
    page,
  }) => {
    for (const shown of ['figcaption', '.figure-picture > svg', '.figure-description', 'pre', 'table'])
      await expect(page.locator(shown)).toBeVisible();
    // Content of a closed `details` element can have a size without being rendered.
    expect(await page.locator('td').evaluate((cell) => cell.checkVisibility())).toBe(true);
    await expect(page.locator('.figure-data summary')).toBeHidden();
    await expect(page.getByText('Terminal output')).toBeVisible();
  });

  test('shows no controls', async ({ page }) => {
    for (const control of ['figure-controls', 'figure-player', 'figure-actions'])
      for (const each of await page.locator(`.${control}`).all()) await expect(each).toBeHidden();
    await expect(page.getByText('Machine')).toBeHidden();
  });

  test('is not split across pages within the picture', async ({ page }) => {
    for (const whole of ['figure', '.figure-picture'])
      await expect(page.locator(whole)).toHaveCSS('break-inside', 'avoid');
    await page.locator('tbody').evaluate((body) => {
      for (let row = 0; row < 30; row += 1) body.append(body.firstElementChild?.cloneNode(true) ?? '');
    });
    await expect(page.locator('figure')).toHaveCSS('break-inside', 'auto');
    await expect(page.locator('.figure-picture')).toHaveCSS('break-inside', 'avoid');
  });
});
