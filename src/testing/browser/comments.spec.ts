import { expect, test, type Page } from '@playwright/test';
import { loadDictionary } from '../../locale/index.ts';
import { addressOf } from '../../tools/sites/pages.ts';

const origin = 'https://comments.example';
const words = { ko: (await loadDictionary('ko')).comments, en: (await loadDictionary('en')).comments };

/** The page of the comments: it shows what it was asked for and reports its height. */
const commentsPage = `<!doctype html><title>Comments</title><p></p><script>
  document.querySelector('p').textContent = location.search;
  parent.postMessage({ giscus: { resizeHeight: 432 } }, '*');
</script>`;

/** Answers for the other site. Returns the addresses that pages request outside their own site. */
async function serveComments(page: Page): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(addressOf('fixture', '')).origin) requests.push(request.url());
  });
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: commentsPage }),
  );
  return requests;
}

for (const locale of ['ko', 'en'] as const) {
  test(`The comments on an article in ${locale} load when the reader asks for them, with the keyboard, and not before`, async ({
    page,
  }) => {
    const requests = await serveComments(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(addressOf('fixture', `${locale}/articles/rows/`), { waitUntil: 'networkidle' });
    const button = page.getByRole('button', { name: words[locale].loadFrom('comments.example') });
    await button.scrollIntoViewIfNeeded();
    await button.focus();
    expect(requests).toEqual([]);
    await page.keyboard.press('Enter');
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('height', '432');
    await expect(frame).toHaveAttribute('title', words[locale].title);
    await expect(frame).toBeFocused();
    await expect(button).toHaveCount(0);
    const about = encodeURIComponent(`https://example.org/kb/${locale}/articles/rows/`);
    const asked = `${origin}/frame?in=${locale}&about=rows&at=${about}&theme=dark&session=`;
    expect(requests).toEqual([asked]);
  });
}

test('A reader who comes back after signing in has the session in the frame until the end of it, and no longer in the address', async ({
  page,
}) => {
  await serveComments(page);
  await page.goto(addressOf('fixture', 'en/articles/rows/?token=a%20b#page:comments'));
  await expect(page).toHaveURL(addressOf('fixture', 'en/articles/rows/#page:comments'));
  await page.goto(addressOf('fixture', 'en/articles/first/'));
  await page.getByRole('button', { name: words.en.loadFrom('comments.example') }).click();
  const asked = page.frameLocator('iframe').locator('p');
  await expect(asked).toContainText('session=a%20b');
  await asked.evaluate(() => {
    parent.postMessage({ giscus: { signOut: true } }, '*');
  });
  await expect(asked).toHaveText(/session=$/);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('Only the site of the comments may be shown in a frame, and only on articles', async ({ page }) => {
  await serveComments(page);
  const embed = (address: string): Promise<string> =>
    page.evaluate(
      async (src) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            resolve(effectiveDirective);
          });
          const frame = document.createElement('iframe');
          frame.addEventListener('load', () =>
            setTimeout(() => {
              resolve('shown');
            }, 500),
          );
          frame.src = src;
          document.body.append(frame);
        }),
      address,
    );
  await page.goto(addressOf('fixture', 'en/articles/rows/'));
  expect(await embed(`${origin}/`)).toBe('shown');
  expect(await embed('https://other.example/')).toBe('frame-src');
  await page.goto(addressOf('fixture', 'en/articles/'));
  expect(await embed(`${origin}/`)).toBe('frame-src');
});

test('Without scripts a link leads to the comments', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(addressOf('fixture', 'en/articles/rows/'));
  await expect(page.getByRole('link', { name: words.en.readOn('comments.example') })).toHaveAttribute(
    'href',
    `${origin}/rows/`,
  );
  await expect(page.locator('.comments button')).toBeHidden();
  await context.close();
});
