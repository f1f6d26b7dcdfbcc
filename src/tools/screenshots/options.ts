import { parseArgs } from 'node:util';
import { locales } from '../sites/pages.ts';

/** The colour schemes a page has. */
export const themes = ['light', 'dark'] as const;

/** The ways a page is looked at beside the plain one: zoomed in, without scripts, on paper. */
export const variants = ['zoom', 'no-script', 'print'] as const;

/** The widths that pictures are taken at, in pixels: a phone, a tablet, a laptop, a wide screen. */
const widths = [360, 768, 1440, 2200];

/** How much of a page a picture shows: what fits the window, its first 4,000 pixels, or all of it. */
export type Extent = 'first screen' | 'first pixels' | 'all';

/** What the words after `npm run shots --` ask for. */
export interface Options {
  /** Part of the types to look at; an empty text is part of all. */
  only: string;
  locales: readonly (typeof locales)[number][];
  themes: readonly (typeof themes)[number][];
  widths: readonly number[];
  variants: readonly (typeof variants)[number][];
  extent: Extent;
  /** The folder that pictures go to. */
  out: string;
  /** Take the pictures of the README instead. */
  readme: boolean;
  help: boolean;
}

/** What `--help` prints. */
export const help = `npm run shots -- [options]

Builds Narani and the tests' own small site, opens every type of page in Chromium in both languages, light and dark, at
360, 768, 1440 and 2200 px, and beside that at 200 % zoom, without JavaScript and printed to PDF. The pictures go to
.shots/, which git ignores; .shots/index.html shows them all. A picture ends 4,000 px down the page: below that an
article repeats itself, and takes long.

  --only TEXT       types whose name holds TEXT: home, article, "long title"
  --locale LIST     ko, en, or both with a comma
  --theme LIST      light, dark, or both with a comma
  --width LIST      widths of the window in pixels: 360,1440
  --variant LIST    of zoom, no-script, print; none leaves them out
  --first-screen    only what fits the window
  --full            the whole page, however long
  --out DIR         another folder than .shots
  --readme          take the pictures of the README, those in docs/pictures, and nothing else
  --help            print this

CHROME_PATH names the browser, CONTENT_DIR has no effect: the types of pages are those of src/tools/sites/pages.ts.`;

/** Read the words of the command line; throws at one it does not know. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
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
      `Unexpected ${option} ${text}, expected some of ${known.join(', ')}\n` +
        `  fix  Write ${option} ${known[0]}, or several with a comma between them.`,
    );
  });
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= 200 && width <= 8000) return width;
  throw new Error(
    `Unexpected --width ${text}, expected whole numbers of pixels from 200 to 8000\n` +
      '  fix  Write --width 360, or several with a comma between them.',
  );
}

function parseExtent(isFirstScreen: boolean, isFull: boolean): Extent {
  if (isFirstScreen && isFull)
    throw new Error(
      'Unexpected --first-screen beside --full: a picture shows one or the other\n  fix  Leave one of them out.',
    );
  if (isFirstScreen) return 'first screen';
  return isFull ? 'all' : 'first pixels';
}
