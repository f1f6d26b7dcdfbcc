/** The two weights the site is set in: a family's usual 400 and 700, which style sheets keep to. */
export const weights = ['regular', 'bold'] as const;

export type Weight = (typeof weights)[number];
