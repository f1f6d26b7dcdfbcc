import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { isInline, listRunningTexts, replaceTexts, type Piece } from './running-text.ts';

/** Words in Hangul, with the digits, spaces and punctuation between them. */
const hangulRun = /\p{Script=Hangul}(?:[\p{Script=Hangul}\p{N}\s,.:!?·…~'’-]*\p{Script=Hangul})?/gu;

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
  if (place === undefined || isKorean(place.lang) || isWhole(text, place.parent)) return [];
  const runs = [...text.matchAll(hangulRun)];
  const parts = runs.flatMap(({ 0: hangul, index }, at): ElementContent[] => {
    const end = runs[at + 1]?.index ?? text.length;
    const after = text.slice(index + hangul.length, end);
    return [h('span', { lang: 'ko' }, hangul), { type: 'text', value: after }];
  });
  const before = { type: 'text' as const, value: text.slice(0, runs[0]?.index) };
  return runs.length === 0 ? [] : [[place.node, [before, ...parts]]];
}

/** Returns whether a text has no letters but Hangul and fills a block, which then can have the attribute. */
function isWhole(text: string, parent: Parents): boolean {
  const isBlock = parent.type === 'element' && !isInline(parent);
  return isBlock && parent.children.length === 1 && !/\p{L}/u.test(text.replace(hangulRun, ''));
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
