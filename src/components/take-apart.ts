import { createTakeApart } from '../side-by-side/index.ts';

/** Takes a text apart, for all pages of a build. */
export const takeApart = createTakeApart();
