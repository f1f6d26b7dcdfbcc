/** The light colours of tokens by their names. */
export type Colours = ReadonlyMap<string, string>;

/** The light colours that the sheet of tokens gives; of tokens that stand in it twice, the first. */
export function readColours(tokens: string): Colours {
  return new Map(
    [...tokens.matchAll(/(--[\w-]+):\s*(?:light-dark\(\s*)?(#[\da-f]{3,8})/gi)]
      .reverse()
      .map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** The light colour of a token. Throws where it has none, for then something would be drawn black or not at all. */
export function colourOf(colours: Colours, name: string): string {
  const colour = colours.get(name);
  if (colour === undefined) throw new Error(`The token ${name} has no colour`);
  return colour;
}

/** Properties that say how something is drawn. What else a sheet says is for the page: lengths of text, boxes, cursors. */
const drawn = /^(?:color|fill|stroke|opacity|overflow|paint-order|visibility)\b/;

/**
 * The rules of a sheet, `styles/diagram.css` or `styles/figure.css`, for a picture on paper: each token is its light colour,
 * texts are paths, and what does not draw is left out, as is all that holds only sometimes (`@media`).
 */
export function toPaperStyle(sheet: string, colours: Colours): string {
  const rules = sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .map(([, selector = '', body = '']) => {
      const declarations = body
        .split(';')
        .map((each) => each.trim())
        .filter((each) => drawn.test(each))
        .map((each) => each.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(colours, name)));
      if (declarations.length === 0) return '';
      return `${toPathSelector(selector)} { ${declarations.join('; ')} }\n`;
    })
    .join('');
}

/** A selector of texts as one of the paths that they become. */
function toPathSelector(selector: string): string {
  return selector
    .trim()
    .replace(/(?<=^|[\s>(,])text\b/g, '.text')
    .replace(/\s+/g, ' ');
}
