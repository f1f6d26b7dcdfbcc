import { testedPages, type TestedPage } from '../sites/pages.ts';
import type { Options, themes, variants } from './options.ts';

/** A screenshot to take. */
export interface Shot {
  page: TestedPage;
  theme: (typeof themes)[number];
  /** Width of the window in pixels. */
  width: number;
  /** The plain view of the page, or a variant. */
  look: 'plain' | (typeof variants)[number];
  /** Path in the output folder: `home/ko-light-1440.png`. */
  file: string;
}

/** Width of the window for variants, in pixels. */
const variantWidth = 1440;

/** Lists the screenshots that the options ask for, by type of page. Throws if there are none. */
export function planShots({ only, locales, themes, widths, variants }: Options): Shot[] {
  const pages = testedPages.filter(
    ({ type, locale }) => type.includes(only) && (locale === undefined || locales.includes(locale)),
  );
  if (pages.length === 0) {
    const types = [...new Set(testedPages.map(({ type }) => type))];
    throw new Error(
      `No type of page contains ${only} (--only)\n  fix  Write part of one of these types:\n` +
        types.map((type) => `         ${type}`).join('\n'),
    );
  }
  return pages.flatMap((page) => [
    ...themes.flatMap((theme) => widths.map((width) => toShot(page, theme, width, 'plain'))),
    ...variants
      .filter((variant) => variant !== 'print' || isArticle(page))
      .map((variant) => toShot(page, themes[0] ?? 'light', variantWidth, variant)),
  ]);
}

function isArticle({ path }: TestedPage): boolean {
  return /\/articles\/./.test(path);
}

function toShot(page: TestedPage, theme: Shot['theme'], width: number, look: Shot['look']): Shot {
  const name = [page.locale, look === 'print' ? undefined : theme, look === 'plain' ? width : look];
  const extension = look === 'print' ? 'pdf' : 'png';
  return {
    page,
    theme,
    width,
    look,
    file: `${folderOf(page)}/${name.filter(Boolean).join('-')}.${extension}`,
  };
}

function folderOf({ type }: TestedPage): string {
  return type
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
