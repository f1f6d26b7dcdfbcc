import { parseArguments } from '../../environment/index.ts';
import { locales } from '../sites/pages.ts';

/** Color schemes of pages. */
export const themes = ['light', 'dark'] as const;

/** Variants of the plain view: zoomed in, without scripts, printed. */
export const variants = ['zoom', 'no-script', 'print'] as const;

/** Default widths of the window in pixels: phone, tablet, laptop, wide screen. */
const widths = [360, 768, 1440, 2200];

/** The part of a page that a screenshot shows: what fits the window, its first 4,000 pixels, or all of it. */
export type Extent = 'first screen' | 'first pixels' | 'all';

/** Options of `npm run shots`. */
export interface Options {
  /** Substring of the types to show; the empty string matches all. */
  only: string;
  locales: readonly (typeof locales)[number][];
  themes: readonly (typeof themes)[number][];
  widths: readonly number[];
  variants: readonly (typeof variants)[number][];
  extent: Extent;
  /** Output folder. */
  out: string;
  /** Take the screenshots of the README instead. */
  readme: boolean;
  help: boolean;
}

/** Output of `--help`. */
export const help = `npm run shots -- [options]

Builds Narani and the fixture site, and takes screenshots of every type of page in Chromium: in both languages, light and
dark, at 360, 768, 1440 and 2200 px, and also at 200 % zoom, without JavaScript, and printed to PDF. Writes them to .shots/,
which git ignores; open .shots/index.html to see all. A screenshot ends at 4,000 px: long articles take time, and show
nothing new below that.

  --only TEXT       only types that contain TEXT: home, article, "long title"
  --locale LIST     ko, en, or both separated by a comma
  --theme LIST      light, dark, or both separated by a comma
  --width LIST      widths of the window in pixels: 360,1440
  --variant LIST    any of zoom, no-script and print; none for no variants
  --first-screen    show only what fits the window
  --full            show the whole page, however long
  --out DIR         output folder (default: .shots)
  --readme          only take the screenshots of the README, in docs/pictures
  --help            print this help

Set CHROME_PATH to use a certain browser. CONTENT_DIR has no effect: the pages are listed in src/tools/sites/pages.ts.`;

/** Parses command-line arguments. Throws if an option is unknown or invalid. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      only: { type: 'string', default: '' },
      locale: { type: 'string', default: locales.join() },
      theme: { type: 'string', default: themes.join() },
      width: { type: 'string', default: widths.join() },
      variant: { type: 'string', default: variants.join() },
      'first-screen': { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      out: { type: 'string', default: '.shots' },
      readme: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { only, out, readme } = values;
  return {
    only,
    locales: parseList('--locale', values.locale, locales),
    themes: parseList('--theme', values.theme, themes),
    widths: values.width.split(',').map(parseWidth),
    variants: values.variant === 'none' ? [] : parseList('--variant', values.variant, variants),
    extent: parseExtent(values['first-screen'], values.full),
    out,
    readme,
    help: values.help,
  };
}

function parseList<T extends string>(option: string, text: string, known: readonly T[]): T[] {
  return text.split(',').map((word) => {
    const found = known.find((each) => each === word.trim());
    if (found !== undefined) return found;
    throw new Error(
      `${option} does not accept ${text}\n` +
        `  fix  Write one or several of ${known.join(', ')}, separated by commas.`,
    );
  });
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= 200 && width <= 8000) return width;
  throw new Error(
    `--width ${text} is not a whole number of pixels from 200 to 8000\n` +
      '  fix  Write --width 360, or several widths separated by commas.',
  );
}

function parseExtent(isFirstScreen: boolean, isFull: boolean): Extent {
  if (isFirstScreen && isFull)
    throw new Error('--first-screen and --full cannot be combined\n  fix  Omit one of them.');
  if (isFirstScreen) return 'first screen';
  return isFull ? 'all' : 'first pixels';
}
