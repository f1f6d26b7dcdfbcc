import { languageName, localeToLang, type Locale } from '../../locale/index.ts';
import type { Hit, HitSection, Marked } from '../browser/index.ts';
import { isPlainClick, make, type Attributes } from './element.ts';
import type { Scene } from './scene.ts';
import { keyOf, shownHits, shownSections, type SearchState } from './state.ts';

/** Prefix of the ids here: a colon never comes out of a heading's text. */
const prefix = 'search:';

/** Id of the list of hits. */
export const listId = `${prefix}hits`;

/** The hits, each with the sections found in it. */
export function drawHits(state: SearchState, scene: Scene): HTMLElement {
  const hits = shownHits(state);
  const isBox = scene.kind === 'options';
  const list = make(isBox ? 'div' : 'ol', {
    id: listId,
    class: 'search-hits',
    role: isBox ? 'listbox' : 'list',
    'aria-label': scene.words.results,
  });
  list.append(...hits.map((hit, nth) => drawHit(hit, nth, scene)));
  list.hidden = hits.length === 0;
  return list;
}

function drawHit(hit: Hit, nth: number, scene: Scene): HTMLElement {
  const sections = shownSections(hit);
  const titleId = `${prefix}title-${nth}`;
  const title = drawTitle(hit, titleId, scene);
  const others = sections.map((section) => drawSection(hit, section, scene));
  if (scene.kind === 'options') {
    const group = { class: 'search-hit', role: 'group', 'aria-labelledby': titleId };
    return make('div', group, title, ...others);
  }
  const below =
    others.length === 0 ? [] : [make('ul', { role: 'list' }, ...others.map((each) => make('li', {}, each)))];
  return make('li', { class: 'search-hit' }, make('h2', {}, title), ...below);
}

function drawTitle(hit: Hit, titleId: string, scene: Scene): HTMLElement {
  const lang = langWithin(scene.locale, hit.locale);
  const isFoundElsewhere = hit.matchLocale !== scene.locale;
  const isTold = shownSections(hit).some(({ excerpt }) => excerpt.length > 0);
  return drawLink(hit, undefined, scene, 'search-title', [
    make('span', { class: 'search-name', id: titleId, lang }, ...drawMarked(hit.title)),
    ...(isFoundElsewhere
      ? [make('span', { class: 'state' }, scene.words.foundIn(languageName(hit.matchLocale, scene.locale)))]
      : []),
    ...(isTold || hit.description.length === 0
      ? []
      : [make('span', { class: 'search-text', lang }, ...drawMarked(hit.description))]),
  ]);
}

function drawSection(hit: Hit, section: HitSection, scene: Scene): HTMLElement {
  const { heading, excerpt, locale } = section;
  return drawLink(hit, section, scene, 'search-section', [
    ...(heading.length === 0
      ? []
      : [
          make(
            'span',
            { class: 'search-heading', lang: langWithin(scene.locale, locale) },
            ...drawMarked(heading),
          ),
        ]),
    ...(excerpt.length === 0
      ? []
      : [
          make(
            'span',
            { class: 'search-text', lang: langWithin(scene.locale, hit.matchLocale) },
            ...drawMarked(excerpt),
          ),
        ]),
  ]);
}

function drawLink(
  hit: Hit,
  section: HitSection | undefined,
  scene: Scene,
  name: string,
  children: readonly Node[],
): HTMLElement {
  const key = keyOf(hit, section);
  const option: Attributes = { role: 'option', id: prefix + key.replaceAll(' ', '+'), tabindex: '-1' };
  const attributes = { class: name, href: (section ?? hit).href, 'data-key': key };
  // Spaces part what is read out as one.
  const spaced = children.flatMap((child, nth) => (nth === 0 ? [child] : [' ', child]));
  const link = make('a', { ...attributes, ...(scene.kind === 'options' ? option : {}) }, ...spaced);
  link.addEventListener('click', (event) => {
    if (isPlainClick(event)) scene.act.open(hit, section);
  });
  return link;
}

function drawMarked(marked: Marked): (Node | string)[] {
  return marked.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text));
}

/** The `lang` of what is in a language, where that is another than the one around it. */
function langWithin(around: Locale, locale: Locale): string | undefined {
  return locale === around ? undefined : localeToLang(locale);
}
