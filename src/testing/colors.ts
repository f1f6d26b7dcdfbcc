import { parseHex, toHex } from '../identity/contrast.ts';

/** A color in both color schemes, as `#rrggbb`. */
interface ColorToken {
  light: string;
  dark: string;
}

/** Reads the custom properties of a style sheet that have a color, by name without `--`. A single color is that of both schemes. */
export function readColorTokens(css: string): Map<string, ColorToken> {
  const tokens = declarationsIn(css).flatMap(({ property, value }): [string, ColorToken][] => {
    if (!property.startsWith('--') || colorsIn(value).length === 0) return [];
    const [, light = value, dark = value] = /^light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)$/.exec(value) ?? [];
    return [[property.slice(2), { light, dark }]];
  });
  const literal = new Map(tokens);
  return new Map(tokens.map(([name, color]) => [name, mix(color.light, literal) ?? color]));
}

/** Computes a mix of two tokens in sRGB: `color-mix(in srgb, var(--accent) 20%, var(--paper))`. Returns `undefined` for other values. */
function mix(value: string, tokens: ReadonlyMap<string, ColorToken>): ColorToken | undefined {
  const found = /^color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)$/.exec(value);
  const [one, other] = [tokens.get(found?.[1] ?? ''), tokens.get(found?.[3] ?? '')];
  if (one === undefined || other === undefined) return undefined;
  const share = Number(found?.[2]) / 100;
  const mixIn = (scheme: keyof ColorToken): string => {
    const [[r, g, b], [red, green, blue]] = [parseHex(one[scheme]), parseHex(other[scheme])];
    const between = (from: number, to: number): number => share * from + (1 - share) * to;
    return toHex([between(r, red), between(g, green), between(b, blue)]);
  };
  return { light: mixIn('light'), dark: mixIn('dark') };
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
