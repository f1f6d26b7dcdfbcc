import { ensureChrome } from './chrome.ts';

/** Run before the browser tests: find the browser they run in, or install one, and say which. */
try {
  console.log(`Browser for the tests: ${ensureChrome()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
