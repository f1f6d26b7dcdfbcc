import { createTakeApart } from '../side-by-side/index.ts';

/** Splits the HTML of a text into blocks, memoized across the pages of a build. */
export const takeApart = createTakeApart();
