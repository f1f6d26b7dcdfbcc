/** A color in both color schemes, as `#rrggbb`. */
interface ColorToken {
  light: string;
  dark: string;
}

/**
 * Computes the contrast of two opaque colors, given as `#rrggbb` or `#rgb` in any order: from 1 for equal colors to 21 for black
 * and white. Throws if the notation is another.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Computes the relative luminance of a color, from 0 for black to 1 for white.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
 */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = parseHex(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Parses red, green and blue, from 0 to 1. */
function parseHex(color: string): number[] {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined)
    throw new Error(`Unexpected color ${color}, expected #rrggbb without transparency`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255);
}

/** Reads the custom properties of a style sheet that have a color, by name without `--`. A single color is that of both schemes. */
export function readColorTokens(css: string): Map<string, ColorToken> {
  const tokens = declarationsIn(css).flatMap(({ property, value }): [string, ColorToken][] => {
    if (!property.startsWith('--') || colorsIn(value).length === 0) return [];
    const [, light = value, dark = value] = /^light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)$/.exec(value) ?? [];
    return [[property.slice(2), { light, dark }]];
  });
  return new Map(tokens);
}

/** Lists the declarations of a style sheet with a color literal instead of a token: `color: #fff`. */
export function findColorLiterals(css: string): string[] {
  return declarationsIn(css)
    .filter(({ value }) => colorsIn(value).length > 0)
    .map(({ property, value }) => `${property}: ${value}`);
}

interface Declaration {
  property: string;
  value: string;
}

/** Lists the declarations of a style sheet. A selector such as `a:hover` looks like one, but is followed by a brace. */
function declarationsIn(css: string): Declaration[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => ({
    property,
    value: value.replace(/\s+/g, ' ').trim(),
  }));
}

/** Lists the color literals in a value. Ignores strings, URLs and names of custom properties, which may contain color names. */
function colorsIn(value: string): string[] {
  const bare = value.replace(/'[^']*'|"[^"]*"|url\([^)]*\)|--[\w-]+/g, '');
  return [...bare.matchAll(color)].map(([found]) => found);
}

/** Matches the color notations of CSS Color 4 and 5, without `transparent`, `currentColor` and system colors. */
const color = new RegExp(
  String.raw`#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|(?<![\w-])(?:${[
    'aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue',
    'chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgr[ae]y darkgreen',
    'darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategr[ae]y',
    'darkturquoise darkviolet deeppink deepskyblue dimgr[ae]y dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro',
    'ghostwhite gold goldenrod gr[ae]y green greenyellow honeydew hotpink indianred indigo ivory khaki lavender lavenderblush',
    'lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgr[ae]y lightgreen lightpink lightsalmon',
    'lightseagreen lightskyblue lightslategr[ae]y lightsteelblue lightyellow lime limegreen linen magenta maroon',
    'mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise',
    'mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid',
    'palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red',
    'rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategr[ae]y snow',
    'springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?![\w-])`,
  'gi',
);
