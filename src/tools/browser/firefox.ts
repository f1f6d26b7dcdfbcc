import { launch } from 'puppeteer-core';
import type { RemotePage } from './remote-page.ts';

/** Starts Firefox without a window and drives it by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export async function openFirefox(executablePath: string): Promise<RemotePage> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      // Scroll bars take no space, as in the other browsers.
      'ui.useOverlayScrollbars': 1,
      // No back/forward cache: Puppeteer loses track of a page that returns from it.
      'browser.sessionhistory.max_total_viewers': 0,
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  return {
    open: async (url) => {
      await page.goto(url);
    },
    resize: async (width, height) => page.setViewport({ width, height }),
    evaluate: async (run, ...args) => page.evaluate<never, never>(run as never, ...(args as never)),
    click: async (selector) => page.click(selector),
    type: async (text) => page.keyboard.type(text),
    press: async (key) => page.keyboard.press(key),
    screenshot: async () => page.screenshot(),
    close: async () => browser.close(),
  };
}
