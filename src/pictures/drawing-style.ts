/** Colors of the light theme by the names of their design tokens. */
export type Colors = ReadonlyMap<string, string>;

/** Parses the colors of the light theme from `styles/tokens.css`; the first definition of a token wins. */
export function parseColors(tokens: string): Colors {
  return new Map(
    [...tokens.matchAll(/(--[\w-]+):\s*(?:light-dark\(\s*)?(#[\da-f]{3,8})/gi)]
      .reverse()
      .map(([, name = '', color = '']) => [name, color]),
  );
}

/** Returns the color of a token. Throws if it has none, because shapes would then be black or invisible. */
export function colorOf(colors: Colors, name: string): string {
  const color = colors.get(name);
  if (color === undefined) throw new Error(`The token ${name} has no color`);
  return color;
}

/** CSS properties that affect SVG shapes. All others, such as those of boxes and cursors, matter only on pages. */
const svgProperties = /^(?:color|fill|stroke|opacity|overflow|paint-order|visibility)\b/;

/**
 * Converts `styles/diagram.css` or `styles/figure.css` for rendering on paper: tokens become colors of the light theme and
 * selectors of texts become selectors of paths. Conditional rules (`@media`) and other properties are dropped.
 */
export function toPaperStyle(sheet: string, colors: Colors): string {
  const rules = sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .map(([, selector = '', body = '']) => {
      const declarations = body
        .split(';')
        .map((each) => each.trim())
        .filter((each) => svgProperties.test(each))
        .map((each) => each.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colorOf(colors, name)));
      if (declarations.length === 0) return '';
      return `${toPathSelector(selector)} { ${declarations.join('; ')} }\n`;
    })
    .join('');
}

/** Converts selectors of `text` elements, which become paths with the class `text`. */
function toPathSelector(selector: string): string {
  return selector
    .trim()
    .replace(/(?<=^|[\s>(,])text\b/g, '.text')
    .replace(/\s+/g, ' ');
}
