import { expect, test } from '@playwright/test';
import { addressOf } from '../../tools/sites/pages.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 800, height: 300 } });

const pages = [
  { path: 'en/articles/figure/', link: 'steady load', figure: 'cpu' },
  { path: 'en/articles/figure/', link: 'blocked call', figure: 'figure-1' },
  { path: 'ko/articles/figure/side-by-side/en/', link: 'steady load', figure: 'cpu' },
  { path: 'ko/articles/figure/side-by-side/en/', link: '몰아서 일하고 쉬는 부하', figure: 'cpu' },
  { path: 'ko/articles/figure/side-by-side/en/', link: 'blocked call', figure: 'en:figure-1' },
];

for (const { path, link, figure } of pages) {
  test(`without JavaScript a link to a state scrolls to its figure: “${link}” on ${path}`, async ({
    page,
  }) => {
    await page.goto(addressOf('fixture', path));
    const caption = page.locator(`[id="${figure}"] figcaption`);
    await expect(caption).not.toBeInViewport();
    await page.getByRole('link', { name: link }).click();
    const address = decodeURIComponent(page.url());
    expect(address).toMatch(new RegExp(`#${figure}:preset=[a-z-]+$`));
    await expect(page.locator(`[id="${address.split('#')[1] ?? ''}"]`)).toHaveCount(1);
    await expect(caption).toBeInViewport();
  });
}
