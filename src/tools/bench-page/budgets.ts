/** A KB is 1,000 bytes here: what keeps the bar in this unit keeps it in the larger one too. */
const KB = 1000;

/** What can be counted, and comes out the same on every machine. */
export interface CountBudget {
  /** HTML, CSS and JavaScript as they travel. */
  textBytes: number;
  /** JavaScript that loads without being asked for. */
  jsBytes: number;
  /** JavaScript that stands in the page itself, before it is compressed. */
  inlineJsBytes: number;
  requestsWithoutImages: number;
  fontBytes: number;
  fontFiles: number;
  thirdPartyRequests: number;
  failedRequests: number;
}

/** The bars for every page, and those for a page of one type. */
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

/** What a browser loads for a figure once it is near: what is its own, and what every figure takes. Text in Brotli. */
export const liveBudget = { ownBytes: 15 * KB, sharedBytes: 15 * KB } as const;

/**
 * How much of a page may move while it loads, as the sum of its layout shifts: nothing. What is below a thousandth is a pixel on
 * one line, which rounding in a fallback font's metrics can come to, and which nobody sees.
 *
 * Hangul and spaces are as wide before the font comes as after; other letters are so on average, and a line of English may
 * break elsewhere. On the tests' own fallback pages one does, on a page of a few lines: they are held to what is called
 * good (https://web.dev/articles/cls). Side by side two columns of text are in sight where other pages have a title: there a line
 * that is a pixel wider moves the number of a footnote behind it, and a whole paragraph counts as moved by that.
 */
export const shiftBudget: { everyPage: number; byType: Readonly<Record<string, number>> } = {
  everyPage: 0.001,
  byType: { fallback: 0.1, 'side-by-side': 0.01 },
};

/** Lighthouse's categories, each with the score a page is to reach. */
export const scoreBudgets = {
  performance: 100,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const;

/** One of Lighthouse's categories. */
export type Category = keyof typeof scoreBudgets;

/** The categories in the order they are shown. */
export const categories = Object.keys(scoreBudgets) as Category[];
