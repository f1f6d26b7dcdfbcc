import { languageName, localeToLang, type Locale } from '../../locale/index.ts';
import type { Hit, HitSection, MarkedText } from '../browser/index.ts';
import { isPlainClick, h, type Attributes } from './element.ts';
import type { DrawContext } from './draw-context.ts';
import { keyOf, shownHits, shownSections, type SearchState } from './state.ts';

/** Prefix of element ids. Heading ids never contain a colon, so they can't collide. */
const prefix = 'search:';

/** Id of the list of hits. */
export const listId = `${prefix}hits`;

/** Renders the hits, each with its matching sections. */
export function drawHits(state: SearchState, context: DrawContext): HTMLElement {
  const hits = shownHits(state);
  const isBox = context.kind === 'options';
  const list = h(isBox ? 'div' : 'ol', {
    id: listId,
    class: 'search-hits',
    role: isBox ? 'listbox' : 'list',
    'aria-label': context.words.results,
  });
  list.append(...hits.map((hit, nth) => drawHit(hit, nth, context)));
  list.hidden = hits.length === 0;
  return list;
}

function drawHit(hit: Hit, nth: number, context: DrawContext): HTMLElement {
  const sections = shownSections(hit);
  const titleId = `${prefix}title-${nth}`;
  const title = drawTitle(hit, titleId, context);
  const others = sections.map((section) => drawSection(hit, section, context));
  if (context.kind === 'options') {
    const group = { class: 'search-hit', role: 'group', 'aria-labelledby': titleId };
    return h('div', group, title, ...others);
  }
  const below =
    others.length === 0 ? [] : [h('ul', { role: 'list' }, ...others.map((each) => h('li', {}, each)))];
  return h('li', { class: 'search-hit' }, h('h2', {}, title), ...below);
}

function drawTitle(hit: Hit, titleId: string, context: DrawContext): HTMLElement {
  const lang = langWithin(context.locale, hit.locale);
  const isFoundElsewhere = hit.matchLocale !== context.locale;
  const hasExcerpt = shownSections(hit).some(({ excerpt }) => excerpt.length > 0);
  return drawLink(hit, undefined, context, 'search-title', [
    h('span', { class: 'search-name', id: titleId, lang }, ...drawMarked(hit.title)),
    ...(isFoundElsewhere
      ? [h('span', { class: 'state' }, context.words.foundIn(languageName(hit.matchLocale, context.locale)))]
      : []),
    ...(hasExcerpt || hit.description.length === 0
      ? []
      : [h('span', { class: 'search-text', lang }, ...drawMarked(hit.description))]),
  ]);
}

function drawSection(hit: Hit, section: HitSection, context: DrawContext): HTMLElement {
  const { heading, excerpt, locale } = section;
  return drawLink(hit, section, context, 'search-section', [
    ...(heading.length === 0
      ? []
      : [
          h(
            'span',
            { class: 'search-heading', lang: langWithin(context.locale, locale) },
            ...drawMarked(heading),
          ),
        ]),
    ...(excerpt.length === 0
      ? []
      : [
          h(
            'span',
            { class: 'search-text', lang: langWithin(context.locale, hit.matchLocale) },
            ...drawMarked(excerpt),
          ),
        ]),
  ]);
}

function drawLink(
  hit: Hit,
  section: HitSection | undefined,
  context: DrawContext,
  name: string,
  children: readonly Node[],
): HTMLElement {
  const key = keyOf(hit, section);
  const option: Attributes = { role: 'option', id: prefix + key.replaceAll(' ', '+'), tabindex: '-1' };
  const attributes = { class: name, href: (section ?? hit).href, 'data-key': key };
  // Screen readers would join the texts without a space.
  const spaced = children.flatMap((child, nth) => (nth === 0 ? [child] : [' ', child]));
  const link = h('a', { ...attributes, ...(context.kind === 'options' ? option : {}) }, ...spaced);
  link.addEventListener('click', (event) => {
    if (isPlainClick(event)) context.actions.open(hit, section);
  });
  return link;
}

function drawMarked(marked: MarkedText): (Node | string)[] {
  return marked.map(({ text, isMatch }) => (isMatch ? h('mark', {}, text) : text));
}

/** Returns the `lang` attribute of a text, or `undefined` if it is in the language around it. */
function langWithin(around: Locale, locale: Locale): string | undefined {
  return locale === around ? undefined : localeToLang(locale);
}
