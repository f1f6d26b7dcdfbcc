/** A colour in the two schemes, each as `#rrggbb`. */
export interface ColourToken {
  light: string;
  dark: string;
}

/**
 * The contrast of two opaque colours, `#rrggbb` or `#rgb`: from 1, the same, to 21, black on white. Which is in front makes no
 * difference. Throws at any other notation.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * How bright a colour is, from 0 for black to 1 for white.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance: the weights are those of red, green and blue in sRGB, and
 * the rest undoes its gamma.
 */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parseHex(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, 0 to 1. */
function parseHex(colour: string): number[] {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined)
    throw new Error(`Unexpected colour ${colour}, expected #rrggbb without transparency`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255);
}

/** The custom properties of a style sheet that hold colours, by name without its hyphens; one colour stands for both schemes. */
export function readColourTokens(css: string): Map<string, ColourToken> {
  const tokens = declarationsIn(css).flatMap(({ property, value }): [string, ColourToken][] => {
    if (!property.startsWith('--') || coloursIn(value).length === 0) return [];
    const [, light = value, dark = value] = /^light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)$/.exec(value) ?? [];
    return [[property.slice(2), { light, dark }]];
  });
  return new Map(tokens);
}

/** Every colour that a style sheet writes down rather than takes from a token, as `color: #fff`. */
export function findColourLiterals(css: string): string[] {
  return declarationsIn(css)
    .filter(({ value }) => coloursIn(value).length > 0)
    .map(({ property, value }) => `${property}: ${value}`);
}

interface Declaration {
  property: string;
  value: string;
}

/** A selector such as `a:hover` looks like a declaration up to its brace, which a value never has. */
function declarationsIn(css: string): Declaration[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => ({
    property,
    value: value.replace(/\s+/g, ' ').trim(),
  }));
}

/** Strings, addresses and names of other properties may hold the words too, and are no colours. */
function coloursIn(value: string): string[] {
  const bare = value.replace(/'[^']*'|"[^"]*"|url\([^)]*\)|--[\w-]+/g, '');
  return [...bare.matchAll(colour)].map(([found]) => found);
}

/** Every notation of CSS Color 4 and 5 that names a colour by itself; `transparent`, `currentColor` and the system’s colours don’t. */
const colour = new RegExp(
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
