import { ensureChrome } from '../testing/chrome.ts';
import { CommandError } from './command-error.ts';

/** `main.ts browser`: find the browser that tests run in, or install one. */
export function prepareBrowser(): number {
  try {
    console.log(`Browser for the tests: ${ensureChrome()}`);
    return 0;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
