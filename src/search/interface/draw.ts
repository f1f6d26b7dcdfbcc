import type { Answer } from '../browser/index.ts';
import { asksNothing, askedToHref, type Asked } from './address.ts';
import { drawHits } from './draw-hits.ts';
import { make, onPlainClick } from './element.ts';
import type { Aside, Scene } from './scene.ts';
import { shownHits, type SearchState } from './state.ts';
import { partPhrase } from './words-around.ts';

/** All that search shows in a state, from top to bottom. */
export function drawSearch(state: SearchState, aside: Aside, scene: Scene): HTMLElement[] {
  return [...drawHead(state, aside, scene), drawHits(state, scene), ...drawEnd(state, scene)];
}

/** What is said about the hits before them, or in their place. */
function drawHead(state: SearchState, aside: Aside, scene: Scene): HTMLElement[] {
  const { asked, shown, trouble } = state;
  if (trouble !== undefined) return [drawTrouble(trouble, scene)];
  if (asksNothing(asked)) return aside.recent.length === 0 ? [] : [drawRecent(aside.recent, scene)];
  if (shown === undefined) return [make('p', { class: 'search-note' }, scene.words.loading)];
  const { answer } = shown;
  const said = [...drawRewritings(answer, shown.asked, scene), ...drawLeftOut(answer, scene)];
  if (answer.hits.length > 0) return [...said, ...drawTopics(state, answer, aside, scene)];
  // Until the whole answer is there, that nothing was found may not be true.
  if (!shown.isWhole) return said;
  return [
    ...said,
    ...drawTopics(state, answer, aside, scene),
    drawNothing(answer, shown.asked, aside, scene),
  ];
}

/** In a sentence for those who hear it: what the whole answer comes to. */
export function sayOutcome({ asked, shown, trouble }: SearchState, { words }: Pick<Scene, 'words'>): string {
  if (trouble !== undefined) return words[trouble];
  if (asksNothing(asked)) return '';
  if (shown?.isWhole !== true) return shown === undefined ? words.loading : '';
  const count = shown.answer.hits.length;
  return count === 0 ? partPhrase(words.nothing, asked.query).join('') : words.found(count);
}

function drawTrouble(trouble: 'unreachable' | 'outdated', { words, places, act }: Scene): HTMLElement {
  const isOutdated = trouble === 'outdated';
  const button = make('button', { type: 'button' }, isOutdated ? words.reload : words.tryAgain);
  button.addEventListener('click', () => {
    if (isOutdated) location.reload();
    else act.tryAgain();
  });
  return make(
    'div',
    { class: 'search-note' },
    make('p', {}, words[trouble]),
    make('p', { class: 'search-links' }, button, make('a', { href: places.articles }, words.allArticles)),
  );
}

function drawRewritings({ rewritings }: Answer, asked: Asked, scene: Scene): HTMLElement[] {
  if (rewritings.length === 0) return [];
  const { words, places, act } = scene;
  const text = rewritings.map((rewriting) => rewriting.text).join(', ');
  const literal = { ...asked, isLiteral: true };
  const link = make('a', { href: askedToHref(literal, places.search), 'data-key': 'literal' });
  link.append(...drawPhrase(words.literal, asked.query));
  return [
    make(
      'p',
      { class: 'search-note', 'data-notice': 'rewriting' },
      ...drawPhrase(words.searchedFor, text),
      ' ',
      onPlainClick(link, () => {
        act.ask(literal);
      }),
    ),
  ];
}

function drawLeftOut({ leftOut }: Answer, { words }: Scene): HTMLElement[] {
  if (leftOut.length === 0) return [];
  const notice = { class: 'search-note', 'data-notice': 'left-out' };
  return [make('p', notice, ...drawPhrase(words.leftOut, leftOut.join(', ')))];
}

/** The topics to which hits can be held; one that is chosen stays, so that it can be let go. */
function drawTopics(state: SearchState, answer: Answer, aside: Aside, scene: Scene): HTMLElement[] {
  const { asked } = state;
  const chosen = asked.topic;
  const isListed = chosen === undefined || answer.topics.some(({ id }) => id === chosen);
  const label = aside.topics.find(({ id }) => id === chosen)?.label;
  const topics = isListed
    ? answer.topics
    : [{ id: chosen, label: label ?? chosen, count: 0 }, ...answer.topics];
  // One topic alone leaves nothing out.
  if (topics.length < 2 && chosen === undefined) return [];
  const buttons = topics.map(({ id, label: name, count }) => {
    const isChosen = id === chosen;
    const button = make(
      'button',
      { type: 'button', 'aria-pressed': String(isChosen), 'data-key': `topic ${id}` },
      name,
      ' ',
      make('span', {}, String(count)),
    );
    button.addEventListener('click', () => {
      scene.act.ask({ ...asked, topic: isChosen ? undefined : id });
    });
    return button;
  });
  return [
    make('div', { class: 'search-topics', role: 'group', 'aria-label': scene.words.narrow }, ...buttons),
  ];
}

function drawNothing({ suggestions }: Answer, asked: Asked, { topics }: Aside, scene: Scene): HTMLElement {
  const { words, places } = scene;
  return make(
    'div',
    { class: 'search-note' },
    make('p', {}, ...drawPhrase(words.nothing, asked.query)),
    ...(suggestions.length === 0
      ? []
      : [
          make('h2', {}, words.suggestions),
          make(
            'ul',
            { role: 'list' },
            ...suggestions.map((query) => make('li', {}, drawQuery(query, scene))),
          ),
        ]),
    make('h2', {}, make('a', { href: places.topics }, words.allTopics)),
    make(
      'ul',
      { role: 'list' },
      ...topics.map(({ id, label }) =>
        make('li', {}, make('a', { href: `${places.topics}${encodeURIComponent(id)}/` }, label)),
      ),
    ),
    make('p', { class: 'search-links' }, make('a', { href: places.articles }, words.allArticles)),
  );
}

function drawRecent(recent: readonly string[], scene: Scene): HTMLElement {
  const { words, act } = scene;
  const items = recent.map((query) => {
    const [before, about, after] = partPhrase(words.forget, query);
    const label = before + about + after;
    const button = make('button', { type: 'button', 'aria-label': label, title: label }, '×');
    button.addEventListener('click', () => {
      act.forget(query);
    });
    return make('li', {}, drawQuery(query, scene), button);
  });
  const all = make('button', { type: 'button' }, words.forgetAll);
  all.addEventListener('click', () => {
    act.forget();
  });
  return make(
    'div',
    { class: 'search-note search-recent' },
    make('h2', {}, words.recent),
    make('ul', { role: 'list' }, ...items),
    all,
  );
}

/** A link that asks for something. */
function drawQuery(query: string, { places, act }: Scene): HTMLElement {
  const asked: Asked = { query, topic: undefined, isLiteral: false };
  const link = make('a', { dir: 'auto', href: askedToHref(asked, places.search) }, query);
  return onPlainClick(link, () => {
    act.ask(asked);
  });
}

/** What comes after the hits. */
function drawEnd(state: SearchState, { kind, words, places, act }: Scene): HTMLElement[] {
  const { shown, asked } = state;
  if (shown === undefined || shown.answer.hits.length === 0) return [];
  if (kind === 'options')
    return [
      make(
        'p',
        { class: 'search-end' },
        make('a', { href: askedToHref(asked, places.search), 'data-key': 'to page' }, words.toPage),
      ),
    ];
  if (shownHits(state).length === shown.answer.hits.length) return [];
  const more = make('button', { type: 'button', 'data-key': 'more' }, words.more);
  more.addEventListener('click', act.showMore);
  return [make('p', { class: 'search-end' }, more)];
}

/** A phrase with what was typed set apart in it. */
function drawPhrase(say: (about: string) => string, about: string): (Node | string)[] {
  const [before, typed, after] = partPhrase(say, about);
  return [before, make('bdi', {}, typed), after];
}
