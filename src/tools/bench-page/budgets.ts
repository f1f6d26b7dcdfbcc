/** A KB is 1,000 bytes here, the stricter unit. */
const KB = 1000;

/** Counts and sizes, which are the same on every machine. */
export interface CountBudget {
  /** HTML, CSS and JavaScript, compressed. */
  textBytes: number;
  /** JavaScript that loads without user interaction, compressed. */
  jsBytes: number;
  /** Inline JavaScript, uncompressed. */
  inlineJsBytes: number;
  requestsWithoutImages: number;
  fontBytes: number;
  fontFiles: number;
  thirdPartyRequests: number;
  failedRequests: number;
}

/** Budgets of every page, and further ones by type of page. */
export const countBudgets: {
  everyPage: Partial<CountBudget>;
  byType: Readonly<Record<string, Partial<CountBudget>>>;
} = {
  everyPage: {
    jsBytes: 5 * KB,
    requestsWithoutImages: 8,
    fontBytes: 80 * KB,
    fontFiles: 2,
    thirdPartyRequests: 0,
    failedRequests: 0,
  },
  byType: {
    root: { inlineJsBytes: 0.5 * KB },
    article: { textBytes: 20 * KB },
    'article with figures': { textBytes: 30 * KB },
    fallback: { textBytes: 20 * KB },
  },
};

/** Budgets for what a figure lazy-loads, compressed with Brotli: files of its own, and files that all figures share. */
export const liveBudget = { ownBytes: 15 * KB, sharedBytes: 15 * KB } as const;

/**
 * Budget for the sum of layout shifts while a page loads. Below 0.001 is a shift of one pixel in one line, which rounding in the
 * metrics of the fallback font can cause and nobody sees.
 *
 * Hangul and spaces have the same width in the fallback font as in the web font. Other letters have it on average, so a line of
 * English may break elsewhere. One does on the short fallback pages of the fixture site, which only have to be “good”
 * (https://web.dev/articles/cls). A side-by-side page starts with two columns of text: a line that is one pixel wider moves the
 * footnote reference behind it, and the whole paragraph counts as shifted.
 */
export const shiftBudget: { everyPage: number; byType: Readonly<Record<string, number>> } = {
  everyPage: 0.001,
  byType: { fallback: 0.1, 'side-by-side': 0.01 },
};

/** Minimum scores by Lighthouse category. */
export const scoreBudgets = {
  performance: 100,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const;

/** A Lighthouse category. */
export type Category = keyof typeof scoreBudgets;

/** Categories in the order of the table. */
export const categories = Object.keys(scoreBudgets) as Category[];
