import { colors } from './colors.ts';
import { contrastOf, mapTriple, parseHex, toHex, toLinear, type Triple } from './contrast.ts';

type Scheme = keyof typeof colors;

/** An accent color as each theme shows it, with the color of the lines below links, as `#rrggbb`. */
export type Accent = Readonly<Record<Scheme, { accent: string; underline: string }>>;

/** Colors of a theme for pictures made by code, with the accent of the site. */
export type Palette = Readonly<Record<keyof (typeof colors)['light'], string>>;

/** Returns the colors of both themes. Without a color, the accent is Narani’s own. */
export function paletteOf(color: string | undefined): Readonly<Record<Scheme, Palette>> {
  if (color === undefined) return colors;
  const { light, dark } = deriveAccent(color);
  return {
    light: { ...colors.light, accent: light.accent },
    dark: { ...colors.dark, accent: dark.accent },
  };
}

/**
 * Derives the accent of both themes from one color. A theme shows the color itself if it has enough contrast there, otherwise
 * the nearest one that has: of the same hue, darker in the light theme and lighter in the dark one, in OKLCH.
 *
 * @param color as `#rrggbb` or `#rgb`
 */
export function deriveAccent(color: string): Accent {
  const derive = (scheme: Scheme): Accent[Scheme] => {
    const accent = findNearest(toHex(parseHex(color)), scheme);
    return { accent, underline: mix(accent, colors[scheme].paper, underlineShares[scheme]) };
  };
  return { light: derive('light'), dark: derive('dark') };
}

/** Returns whether at least one theme shows a color as it was given. */
export function isShownExactly(color: string): boolean {
  const given = toHex(parseHex(color));
  const { light, dark } = deriveAccent(color);
  return given === light.accent || given === dark.accent;
}

/** Returns the rule that gives a site its accent. It overrides `styles/tokens.css`, so it must come after it. */
export function accentRule({ light, dark }: Accent): string {
  return `:root{--accent:light-dark(${light.accent},${dark.accent});--underline:light-dark(${light.underline},${dark.underline})}`;
}

/** Replaces Narani’s own accent in a style sheet that has no custom properties. */
export function replaceAccent(css: string, color: string | undefined): string {
  const palette = paletteOf(color);
  return css
    .replaceAll(colors.light.accent, palette.light.accent)
    .replaceAll(colors.dark.accent, palette.dark.accent);
}

/** The share of the accent in the color of the lines below links; the rest is the color of the paper. */
const underlineShares: Readonly<Record<Scheme, number>> = { light: 0.41, dark: 0.48 };

/**
 * Minimum contrast of an accent with the backgrounds that it is on: as text (WCAG 2.2, 1.4.3) and as a line of a figure on a filled
 * area (1.4.11). Focus rings and marks are on the same backgrounds as text.
 */
const minimums = { paper: 4.5, raised: 4.5, marked: 4.5, line: 3 } as const;

/** Returns whether an accent has enough contrast in a theme. */
function isLegible(accent: string, scheme: Scheme): boolean {
  return Object.entries(minimums).every(
    ([background, minimum]) =>
      contrastOf(accent, colors[scheme][background as keyof typeof minimums]) >= minimum,
  );
}

/** Lightness is searched in steps smaller than those of eight bits. */
const step = 0.001;

/** Returns the color, or the nearest one in lightness that is legible in a theme. Black and white always are, so there is one. */
function findNearest(color: string, scheme: Scheme): string {
  if (isLegible(color, scheme)) return color;
  const [lightness, chroma, hue] = toOklch(color);
  const [direction, end] = scheme === 'light' ? [-1, '#000000'] : [1, '#ffffff'];
  for (let moved = lightness; moved > 0 && moved < 1; moved += direction * step) {
    const candidate = fromOklch([moved, chroma, hue]);
    if (isLegible(candidate, scheme)) return candidate;
  }
  return end;
}

/** Mixes two colors in sRGB. */
function mix(one: string, other: string, share: number): string {
  const [a, b] = [parseHex(one), parseHex(other)];
  const at = (index: 0 | 1 | 2): number => a[index] * share + b[index] * (1 - share);
  return toHex([at(0), at(1), at(2)]);
}

/** Converts a color to lightness from 0 to 1, chroma and hue in radians (Oklab, https://bottosson.github.io/posts/oklab/). */
function toOklch(color: string): Triple {
  const [red, green, blue] = toLinear(color);
  const [l, m, s] = mapTriple(
    [
      0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
      0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
      0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    ],
    Math.cbrt,
  );
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)];
}

/** Converts from OKLCH. Reduces the chroma of a color outside sRGB until it is inside, as CSS Color 4 does, which preserves the hue. */
function fromOklch([lightness, chroma, hue]: Triple): string {
  let [inside, outside] = [0, chroma];
  if (isInGamut(oklchToLinear([lightness, chroma, hue]))) inside = chroma;
  while (outside - inside > 1e-4) {
    const middle = (inside + outside) / 2;
    if (isInGamut(oklchToLinear([lightness, middle, hue]))) inside = middle;
    else outside = middle;
  }
  const encode = (value: number): number =>
    value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return toHex(mapTriple(oklchToLinear([lightness, inside, hue]), encode));
}

/** Allows for rounding: less than a step of eight bits. */
function isInGamut(linear: Triple): boolean {
  return linear.every((value) => value > -1e-4 && value < 1 + 1e-4);
}

function oklchToLinear([lightness, chroma, hue]: Triple): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const [l, m, s] = mapTriple(
    [
      lightness + 0.3963377774 * a + 0.2158037573 * b,
      lightness - 0.1055613458 * a - 0.0638541728 * b,
      lightness - 0.0894841775 * a - 1.291485548 * b,
    ],
    (value) => value ** 3,
  );
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
