/** The picture beside the name of a site: Narani’s logo, a letter (the outline of it, in a square of `tile.size`), or the site’s own logo. */
export type Mark = { type: 'narani' } | { type: 'letter'; path: string } | { type: 'logo'; src: string };
