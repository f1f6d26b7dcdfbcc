import type { Node } from '@takumi-rs/core';
import { colors } from '../identity/colors.ts';
import { markToSvg } from '../identity/mark.ts';

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

/** Height in pixels that titles may take: above the foot, with some air. */
export const titleRoom = 400;

/**
 * A card as trees that can be drawn, its title ever smaller. The first whose titles, its first child, fit into
 * {@link titleRoom} is the one to draw; the last cuts off what doesn’t fit.
 */
export function cardToNodes(card: Card): [Node, ...Node[]] {
  return [
    drawCard(card, { fontSize: 76 }),
    drawCard(card, { fontSize: 66 }),
    drawCard(card, { fontSize: 56, lineClamp: 4 }),
  ];
}

/** How large a title is in pixels, and how many of its lines are shown. */
interface TitleSize {
  fontSize: number;
  lineClamp?: number;
}

function drawCard({ titles, site, languages }: Card, size: TitleSize): Node {
  return {
    type: 'container',
    style: {
      ...cardSize,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `72px ${margin}px 52px`,
      backgroundColor: colors.light.paper,
      color: colors.light.ink,
      fontFamily: cardFont,
      // A Korean line breaks between eojeol, never within one.
      wordBreak: 'keep-all',
      overflowWrap: 'anywhere',
    },
    children: [drawTitles(titles, site, size), drawFoot(site, languages)],
  };
}

/** Where nothing of a title can be drawn, the name of the site stands for it. */
function drawTitles([first, translation]: readonly CardText[], site: string, size: TitleSize): Node {
  const title = first ?? { text: site, lang: '' };
  const children = [
    drawTitle(title, size),
    ...(translation === undefined ? [] : [drawTranslation(translation)]),
  ];
  return { type: 'container', style: { display: 'flex', flexDirection: 'column', gap: 26 }, children };
}

function drawTitle(title: CardText, size: TitleSize): Node {
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

/** Lines of about one length, and an ellipsis after the last there is room for. */
const balanced = { textWrap: 'balance', textOverflow: 'ellipsis' } as const;

/** A line, and below it the mark and the name of the site on one side, the languages on the other. */
function drawFoot(site: string, languages: readonly string[]): Node {
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
          { type: 'image', src: markToSvg(), width: 44, height: 44 },
          { type: 'text', text: site, style: { fontWeight: 700, letterSpacing: '-0.01em' } },
        ],
      },
      { type: 'text', text: languages.join(' · '), style: { color: colors.light.inkSoft } },
    ],
  };
}
