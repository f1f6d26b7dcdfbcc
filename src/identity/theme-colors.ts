/** The colour of each theme's paper, for what lies outside the page: a browser's bars, pictures. As `--paper` in `styles/tokens.css`. */
export const themeColors = { light: '#fbfaf7', dark: '#131417' } as const;
