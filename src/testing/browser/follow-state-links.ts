import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Clicks every link in the text to a state of a figure, and expects the figure to come into view in that state.
 *
 * @param id the id of the figure
 * @param least the least number of links that the text must have
 * @param expectShown expects the figure to show the state of these `key=value` pairs
 */
export async function followStateLinks(
  page: Page,
  id: string,
  least: number,
  expectShown: (figure: Locator, pairs: string) => Promise<void>,
): Promise<void> {
  const figure = page.locator(`#${id}`);
  const links = page.locator(`.prose a[href^="#${id}:"]`);
  expect(await links.count()).toBeGreaterThanOrEqual(least);
  for (const link of await links.all()) {
    const pairs = (await link.getAttribute('href'))?.replace(`#${id}:`, '') ?? '';
    await link.click();
    await expectShown(figure, pairs);
    await expect(figure.locator('figcaption')).toBeInViewport();
  }
}
