import { testedPages, type TestedPage } from '../sites/pages.ts';
import type { Options, themes, variants } from './options.ts';

/** A picture to take. */
export interface Shot {
  page: TestedPage;
  theme: (typeof themes)[number];
  /** Width of the window in pixels. */
  width: number;
  /** How the page is looked at. */
  look: 'plain' | (typeof variants)[number];
  /** Its path below the folder of pictures: `home/ko-light-1440.png`. */
  file: string;
}

/** The width at which variants are shown, in pixels. */
const variantWidth = 1440;

/** Every picture that is asked for, one type after another. Throws when there is none. */
export function planShots({ only, locales, themes, widths, variants }: Options): Shot[] {
  const pages = testedPages.filter(
    ({ type, locale }) => type.includes(only) && (locale === undefined || locales.includes(locale)),
  );
  if (pages.length === 0) {
    const types = [...new Set(testedPages.map(({ type }) => type))];
    throw new Error(
      `Unexpected --only ${only}, expected part of a type of page\n  fix  Write part of one of these:\n` +
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
