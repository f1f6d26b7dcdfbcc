import type { Node } from '@takumi-rs/core';
import { colors } from '../identity/colors.ts';

/** Content of a social card, the image that link previews show. */
export interface Card {
  /** The page's title, then its titles in other languages. The card shows only the first of those. */
  titles: readonly CardText[];
  /** The sign of an article as SVG; empty on the card of the site. */
  sign: string;
  /** Name of the site. */
  site: string;
  /** The site's mark as SVG. */
  mark: string;
  /** The site's accent, as `#rrggbb`. */
  accent: string;
  /** Names of the page's languages in these languages; that of the title first. */
  languages: readonly string[];
}

/** A text and its BCP 47 language tag. */
export interface CardText {
  text: string;
  lang: string;
}

/** Width and height in pixels. Link previews crop images to this aspect ratio (https://ogp.me/). */
export const cardSize = { width: 1200, height: 630 } as const;

/** Font family of cards. */
export const cardFont = 'Pretendard';

const margin = 80;
const titleTop = 72;
const contentWidth = cardSize.width - 2 * margin;

/** Width of a sign, and of the titles beside it. */
const signWidth = 330;
const titleWidth = contentWidth - signWidth - 60;

/**
 * Removes what the font has no glyphs for. Emoji and other symbols are removed from their text. A text with missing letters
 * or digits is removed as a whole, since the rest would be misleading.
 */
export function dropMissingGlyphs(card: Card, hasGlyph: (character: string) => boolean): Card {
  const filter = (text: string): string[] => {
    const isMissing = (character: string): boolean => !hasGlyph(character);
    const visible = text.normalize().replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    const characters = Array.from(visible);
    if (characters.some((each) => isMissing(each) && /[\p{L}\p{N}]/u.test(each))) return [];
    const remaining = characters.filter((each) => !isMissing(each)).join('');
    return [remaining.replace(/\s+/g, ' ').trim()].filter((each) => each !== '');
  };
  return {
    ...card,
    titles: card.titles.flatMap(({ text, lang }) =>
      filter(text).map((filtered) => ({ text: filtered, lang })),
    ),
    site: filter(card.site).join(''),
    languages: card.languages.flatMap(filter),
  };
}

/** Maximum height of the titles in pixels, which leaves a gap above the footer. */
export const maxTitleHeight = 400;

/**
 * Converts a card to node trees with decreasing title sizes. The one to render is the first whose titles, its first child,
 * are at most {@link maxTitleHeight} high. The last one truncates long titles.
 */
export function cardToNodes(card: Card): [Node, ...Node[]] {
  return [
    drawCard(card, { fontSize: 76 }),
    drawCard(card, { fontSize: 66 }),
    drawCard(card, { fontSize: 56, lineClamp: 4 }),
  ];
}

/** Font size of a title in pixels, and its maximum number of lines. */
interface TitleSize {
  fontSize: number;
  lineClamp?: number;
}

function drawCard({ titles, sign, site, mark, accent, languages }: Card, size: TitleSize): Node {
  return {
    type: 'container',
    style: {
      ...cardSize,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `${titleTop}px ${margin}px 52px`,
      backgroundColor: colors.light.paper,
      color: colors.light.ink,
      fontFamily: cardFont,
      // Korean text wraps only between eojeol, the units between spaces.
      wordBreak: 'keep-all',
      overflowWrap: 'anywhere',
    },
    children: [
      drawTitles(titles, site, size, sign === '' ? contentWidth : titleWidth),
      drawFooter(site, mark, languages),
      ...(sign === '' ? [] : [drawSign(sign, accent)]),
    ],
  };
}

/** Draws the titles; the site's name is the fallback for a title without glyphs. */
function drawTitles(
  [first, translation]: readonly CardText[],
  site: string,
  size: TitleSize,
  width: number,
): Node {
  const title = first ?? { text: site };
  const children = [
    drawTitle(title, size),
    ...(translation === undefined ? [] : [drawTranslation(translation)]),
  ];
  return { type: 'container', style: { display: 'flex', flexDirection: 'column', gap: 26, width }, children };
}

/** Draws a sign on the right, beside the titles, in the colors of the light theme. */
function drawSign(sign: string, accent: string): Node {
  const [width, height] = [signWidth, (signWidth * 2) / 3];
  const src = sign
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `)
    .replace(
      / class="(accent|ink|caution)"/g,
      (_, name: keyof typeof colors.light) => ` fill="${{ ...colors.light, accent }[name]}"`,
    );
  const top = titleTop + (maxTitleHeight - height) / 2;
  return { type: 'image', src, width, height, style: { position: 'absolute', top, right: margin } };
}

function drawTitle(title: CardText | { text: string }, size: TitleSize): Node {
  const style = { ...balanced, ...size, fontWeight: 700, lineHeight: 1.28, letterSpacing: '-0.022em' };
  return { type: 'text', ...title, style };
}

function drawTranslation(title: CardText): Node {
  const style = {
    ...balanced,
    fontSize: 34,
    lineHeight: 1.35,
    letterSpacing: '-0.01em',
    color: colors.light.inkSoft,
  };
  return { type: 'text', ...title, style: { ...style, lineClamp: 2 } };
}

/** Balances the lengths of lines, and ends truncated text in an ellipsis. */
const balanced = { textWrap: 'balance', textOverflow: 'ellipsis' } as const;

/** Draws a rule, and below it the site's mark and name on the left and the languages on the right. */
function drawFooter(site: string, mark: string, languages: readonly string[]): Node {
  const row = { display: 'flex', alignItems: 'center' } as const;
  return {
    type: 'container',
    style: {
      ...row,
      justifyContent: 'space-between',
      paddingTop: 32,
      borderTop: `2px solid ${colors.light.line}`,
      fontSize: 30,
      whiteSpace: 'nowrap',
    },
    children: [
      {
        type: 'container',
        style: { ...row, gap: 14 },
        children: [
          { type: 'image', src: mark, width: 44, height: 44, style: { objectFit: 'contain' } },
          { type: 'text', text: site, style: { fontWeight: 700, letterSpacing: '-0.01em' } },
        ],
      },
      { type: 'text', text: languages.join(' · '), style: { color: colors.light.inkSoft } },
    ],
  };
}
