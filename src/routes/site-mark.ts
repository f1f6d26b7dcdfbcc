import { createHash } from 'node:crypto';
import { paletteOf } from '../identity/accent.ts';
import { firstLetter, tile, tileToFavicon, tileToSvg } from '../identity/letter.ts';
import { logo, logoToFavicon, logoToSvg } from '../identity/logo.ts';
import type { Mark } from '../identity/mark.ts';
import type { Site } from '../model/index.ts';
import { outlineLetter } from '../pictures/letter-outline.ts';
import type { SiteSettings } from '../texts/index.ts';

/** The mark of a site in the forms that its pages and files need. */
export interface SiteMark {
  /** The mark of the site, beside its name on pages. */
  shown: Mark;
  /** SVG in the colors of the light theme, for share cards. */
  svg: string;
  /** SVG for browser tabs, in the colors of the system’s color scheme. */
  favicon: string;
  /** SVG for home screens, which round its corners, and the part of the icon’s width that it fills. */
  icon: { svg: string; share: number };
}

/** The part of an icon that a mark without a background fills. */
const shareWithMargin = 0.62;

/**
 * Returns the mark of a site: its own logo, or one made from the first letter of its name.
 *
 * @param root absolute path of the project, whose packages have the font of letters
 */
export async function findMark(settings: SiteSettings, root: string): Promise<SiteMark> {
  const { site, logo: ownLogo } = settings;
  if (ownLogo !== undefined) {
    const hash = createHash('sha256').update(ownLogo).digest('hex').slice(0, 16);
    const shown: Mark = { type: 'logo', src: `${site.base}_astro/logo.${hash}.svg` };
    return {
      shown,
      svg: ownLogo,
      favicon: ownLogo,
      icon: { svg: ownLogo, share: shareWithMargin },
    };
  }
  const palette = paletteOf(site.accent);
  const letters = lettersOf(site);
  if (letters[0] === logo.letter) {
    const svg = logoToSvg(palette.light);
    return {
      shown: { type: 'narani' },
      svg,
      favicon: logoToFavicon(palette),
      icon: { svg, share: shareWithMargin },
    };
  }
  const path = await findOutline(letters, root);
  return {
    shown: { type: 'letter', path },
    svg: tileToSvg(path, palette.light),
    favicon: tileToFavicon(path, palette),
    icon: { svg: tileToSvg(path, palette.light, { radius: 0 }), share: 1 },
  };
}

/** Returns the first letters of a site’s names, that in its default language first. */
function lettersOf({ name, locales }: Site): string[] {
  return locales.flatMap((locale) => firstLetter(name[locale] ?? '') ?? []);
}

/** Outlines the first letter that the font has. */
async function findOutline(letters: readonly string[], root: string): Promise<string> {
  for (const letter of letters) {
    const path = await outlineLetter(letter, root);
    if (path !== '') return path;
  }
  return tile.uprights;
}
