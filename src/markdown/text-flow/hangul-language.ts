import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { splitHangul } from '../../locale/index.ts';
import { isInline, listRunningTexts, replaceTexts, type Piece } from './running-text.ts';

/**
 * Wraps Hangul among other letters in `<span lang="ko">`, so that screen readers pronounce it (WCAG 2.2, 3.1.2, Language of Parts). For
 * texts in other languages than Korean.
 */
export function rehypeHangulSpans() {
  return (tree: Root): void => {
    const texts = listRunningTexts(tree);
    replaceTexts(new Map(texts.flat().flatMap(wrapHangul)), texts);
  };
}

function wrapHangul({ text, place }: Piece): [Text, ElementContent[]][] {
  if (place === undefined || isKorean(place.lang)) return [];
  const parts = splitHangul(text);
  if (!parts.some(({ isHangul }) => isHangul) || isWhole(parts, place.parent)) return [];
  const content = parts.map(({ text: value, isHangul }) =>
    isHangul ? h('span', { lang: 'ko' }, value) : ({ type: 'text', value } as const),
  );
  return [[place.node, content]];
}

/** Returns whether a text has no letters but Hangul and fills a block, which then can have the attribute. */
function isWhole(parts: ReturnType<typeof splitHangul>, parent: Parents): boolean {
  const isBlock = parent.type === 'element' && !isInline(parent) && parent.children.length === 1;
  return isBlock && parts.every(({ text, isHangul }) => isHangul || !/\p{L}/u.test(text));
}

/**
 * Sets `lang="ko"` on each element that contains Hangul directly and is not in Korean: the elements that `rehypeHangulSpans` leaves out,
 * code blocks, captions and labels in diagrams. Adds no elements.
 */
export function rehypeHangulLanguage() {
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') markHangul(child);
  };
}

function markHangul(element: Element): void {
  const { properties, tagName, children } = element;
  if (isKorean(properties.lang)) return;
  // In code and formulas, each word or letter is an element.
  const texts = ['code', 'math'].includes(tagName)
    ? [toString(element)]
    : children.map((child) => ('value' in child ? child.value : ''));
  if (texts.some((text) => /\p{Script=Hangul}/u.test(text))) properties.lang = 'ko';
  else for (const child of children) if (child.type === 'element') markHangul(child);
}

function isKorean(lang: unknown): boolean {
  return typeof lang === 'string' && /^ko(?:-|$)/i.test(lang);
}
