import { createTextParser } from '../side-by-side/index.ts';

/** Parses a text into parts, with a cache shared by all pages of a build. */
export const parseTextParts = createTextParser();
