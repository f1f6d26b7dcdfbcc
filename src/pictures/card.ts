import type { Node } from '@takumi-rs/core';
import { markToSvg } from '../identity/mark-to-svg.ts';

/** What links to a page show of it. */
export interface Card {
  /** The page's title, then what it is called in its other languages, of which the first is shown below it. */
  titles: readonly CardText[];
  /** Name of the site. */
  site: string;
  /** Languages the page can be read in, by their own names; that of the title first. */
  languages: readonly string[];
}

/** A text and its language, as HTML's `lang` names it. */
export interface CardText {
  text: string;
  lang: string;
}

/** Width and height of every card in pixels, the shape that link previews are cut to (https://ogp.me/). */
export const cardSize = { width: 1200, height: 630 } as const;

/** The family that a card's texts are set in. */
export const cardFont = 'Pretendard';

/** The site's colours on paper. */
const colours = { paper: '#fbfaf7', ink: '#1b1c1f', accent: '#2b3f8c', grey: '#5d6068', line: '#dcd9d1' };

const margin = 80;

/**
 * The card without what a font can't draw. Emoji and other signs are left out of a text; a text with letters or digits
 * missing would say something else, and is left out whole.
 */
export function keepDrawable(card: Card, canDraw: (character: string) => boolean): Card {
  const keep = (text: string): string[] => {
    const isMissing = (character: string): boolean => !canDraw(character);
    const visible = text.normalize().replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    const characters = Array.from(visible);
    if (characters.some((each) => isMissing(each) && /[\p{L}\p{N}]/u.test(each))) return [];
    const kept = characters.filter((each) => !isMissing(each)).join('');
    return [kept.replace(/\s+/g, ' ').trim()].filter((each) => each !== '');
  };
  return {
    titles: card.titles.flatMap(({ text, lang }) => keep(text).map((kept) => ({ text: kept, lang }))),
    site: keep(card.site).join(''),
    languages: card.languages.flatMap(keep),
  };
}

/** A card as the tree that is drawn. */
export function cardToNode({ titles, site, languages }: Card): Node {
  return {
    type: 'container',
    style: {
      ...cardSize,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `72px ${margin}px 52px`,
      backgroundColor: colours.paper,
      color: colours.ink,
      fontFamily: cardFont,
      // A Korean line breaks between eojeol, never within one.
      wordBreak: 'keep-all',
      overflowWrap: 'anywhere',
    },
    children: [drawTitles(titles), drawFoot(site, languages)],
  };
}

function drawTitles([title, translation]: readonly CardText[]): Node {
  const children = [
    ...(title === undefined ? [] : [drawTitle(title)]),
    ...(translation === undefined ? [] : [drawTranslation(translation)]),
  ];
  return { type: 'container', style: { display: 'flex', flexDirection: 'column', gap: 26 }, children };
}

function drawTitle(title: CardText): Node {
  const { fontSize, lines } = fitTitle(title.text);
  const style = { ...balanced, fontSize, fontWeight: 700, lineHeight: 1.28, letterSpacing: '-0.022em' };
  return { type: 'text', ...title, style: { ...style, lineClamp: lines } };
}

function drawTranslation(title: CardText): Node {
  const style = {
    ...balanced,
    fontSize: 34,
    lineHeight: 1.35,
    letterSpacing: '-0.01em',
    color: colours.grey,
  };
  return { type: 'text', ...title, style: { ...style, lineClamp: 2 } };
}

/** Lines of about one length, and an ellipsis after the last there is room for. */
const balanced = { textWrap: 'balance', textOverflow: 'ellipsis' } as const;

/** A line, and below it the mark and the name of the site on one side, the languages on the other. */
function drawFoot(site: string, languages: readonly string[]): Node {
  const svg = markToSvg({ first: colours.accent, second: colours.ink });
  const row = { display: 'flex', alignItems: 'center' } as const;
  return {
    type: 'container',
    style: {
      ...row,
      justifyContent: 'space-between',
      paddingTop: 32,
      borderTop: `2px solid ${colours.line}`,
      fontSize: 30,
      whiteSpace: 'nowrap',
    },
    children: [
      {
        type: 'container',
        style: { ...row, gap: 14 },
        children: [
          { type: 'image', src: svg, width: 44, height: 44 },
          { type: 'text', text: site, style: { fontWeight: 700, letterSpacing: '-0.01em' } },
        ],
      },
      { type: 'text', text: languages.join(' · '), style: { color: colours.grey } },
    ],
  };
}

/** Sizes a title may have in pixels, and how many lines of each leave room for a translation of two lines. */
const titleSizes = [
  { fontSize: 76, lines: 2 },
  { fontSize: 66, lines: 3 },
  { fontSize: 56, lines: 4 },
] as const;

/** The largest size at which a title is likely to fit; the smallest where none is. */
function fitTitle(title: string): (typeof titleSizes)[number] {
  const ems = Array.from(title, widthInEms).reduce((sum, width) => sum + width, 0);
  // Words that don't fit on a line leave about an eighth of it empty.
  const line = (cardSize.width - 2 * margin) * 0.88;
  return titleSizes.find(({ fontSize, lines }) => ems * fontSize <= line * lines) ?? titleSizes[2];
}

/** About what a character takes of its line in Pretendard Bold: Hangul and kana are near square, letters about half as wide. */
function widthInEms(character: string): number {
  return /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character) ? 0.86 : 0.54;
}
