/** The site’s colours on paper, for pictures; pages have them, and those for the dark, from their style sheets. */
export const colours = { paper: '#fbfaf7', ink: '#1b1c1f', accent: '#2b3f8c' } as const;
