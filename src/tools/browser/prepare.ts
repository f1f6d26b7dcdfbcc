import { ensureTestBrowser, ensureKoreanFont } from './chrome.ts';
import { ensureOtherBrowsers, otherBrowsers, whySkipped } from './other-browsers.ts';

/**
 * Runs before the browser tests: finds or installs a browser and, on Linux, a Korean font, and prints which. With
 * `--others` also Firefox and WebKit; otherwise prints which of them is missing.
 */
try {
  console.log(`Browser for the tests: ${ensureTestBrowser()}`);
  if (!ensureKoreanFont())
    console.log('No Korean font was found: tests that compare widths of Korean text are skipped.');
  if (process.argv.includes('--others')) ensureOtherBrowsers();
  for (const browser of otherBrowsers) {
    const reason = whySkipped(browser);
    if (reason !== undefined) console.log(`${reason}.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
