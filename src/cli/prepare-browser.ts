import { ensureChrome } from '../testing/chrome.ts';
import { CommandError } from './command-error.ts';

/** `main.ts browser`: find the browser that tests run in, or install one. */
export async function prepareBrowser(): Promise<number> {
  try {
    console.log(`Browser for the tests: ${await ensureChrome()}`);
    return 0;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
