import type { SearchStrings } from '../../locale/index.ts';
import type { Answer, SearchFailure } from '../browser/index.ts';
import { fitsAddress, isBlank, requestToHref, type SearchRequest } from './address.ts';
import { drawHits } from './draw-hits.ts';
import { h, onPlainClick } from './element.ts';
import type { IdleContent, DrawContext } from './draw-context.ts';
import { drawTopics } from './draw-topics.ts';
import { shownHits, type SearchState } from './state.ts';
import { splitPhrase } from './split-phrase.ts';

/** Renders a state from top to bottom. */
export function drawSearch(state: SearchState, idle: IdleContent, context: DrawContext): HTMLElement[] {
  return [...drawHead(state, idle, context), drawHits(state, context), ...drawEnd(state, context)];
}

/** Renders the notices above the hits, or the content shown in their place. */
function drawHead(state: SearchState, idle: IdleContent, context: DrawContext): HTMLElement[] {
  const { request, shown, failure } = state;
  if (failure !== undefined) return [drawFailure(failure, shown !== undefined, context)];
  if (isBlank(request)) return idle.recent.length === 0 ? [] : [drawRecent(idle.recent, context)];
  if (shown === undefined) return [h('p', { class: 'search-note' }, context.words.loading)];
  const { answer } = shown;
  const notices = [
    ...drawTooLong(shown.request, context),
    ...drawRewritings(answer, shown.request, context),
    ...drawLeftOut(answer, context),
  ];
  if (answer.hits.length > 0) return [...notices, ...drawTopics(state, answer, idle, context)];
  // A partial answer without hits doesn't mean that nothing matches.
  if (!shown.isWhole) return notices;
  return [
    ...notices,
    ...drawTopics(state, answer, idle, context),
    drawNothing(answer, shown.request, idle, context),
  ];
}

/** Returns the text of the live region: the number of hits, or the error. */
export function describeOutcome(
  { request, shown, failure }: SearchState,
  { words }: Pick<DrawContext, 'words'>,
): string {
  if (failure !== undefined) return describeFailure(failure, shown !== undefined, words);
  if (isBlank(request)) return '';
  if (shown?.isWhole !== true) return shown === undefined ? words.loading : '';
  const count = shown.answer.hits.length;
  return count === 0 ? splitPhrase(words.nothing, request.query).join('') : words.found(count);
}

/** Renders a failure. `hasHits` is whether it is shown above the hits of a partial answer. */
function drawFailure(
  failure: SearchFailure,
  hasHits: boolean,
  { words, urls, actions }: DrawContext,
): HTMLElement {
  const retry = failure === 'outdated' ? words.reload : words.tryAgain;
  const button = h('button', { type: 'button', 'data-key': 'retry' }, retry);
  button.addEventListener('click', actions.tryAgain);
  return h(
    'div',
    { class: 'search-note', 'data-notice': 'failure' },
    h('p', {}, describeFailure(failure, hasHits, words)),
    h('p', { class: 'search-links' }, button, h('a', { href: urls.articles }, words.allArticles)),
  );
}

function describeFailure(failure: SearchFailure, hasHits: boolean, words: SearchStrings): string {
  return hasHits && failure === 'unreachable' ? words.incomplete : words[failure];
}

/** Renders a notice if the address of the search page lacks the query. */
function drawTooLong(request: SearchRequest, { kind, words, urls }: DrawContext): HTMLElement[] {
  if (kind === 'options' || fitsAddress(request, urls.search)) return [];
  return [h('p', { class: 'search-note', 'data-notice': 'too-long' }, words.tooLong)];
}

function drawRewritings({ rewritings }: Answer, request: SearchRequest, context: DrawContext): HTMLElement[] {
  if (rewritings.length === 0) return [];
  const { words, urls, actions } = context;
  const text = rewritings.map((rewriting) => rewriting.text).join(', ');
  const literal = { ...request, isLiteral: true };
  const link = h('a', { href: requestToHref(literal, urls.search), 'data-key': 'literal' });
  link.append(...drawPhrase(words.literal, request.query));
  return [
    h(
      'p',
      { class: 'search-note', 'data-notice': 'rewriting' },
      ...drawPhrase(words.searchedFor, text),
      ' ',
      onPlainClick(link, () => {
        actions.ask(literal);
      }),
    ),
  ];
}

function drawLeftOut({ leftOut }: Answer, { words }: DrawContext): HTMLElement[] {
  if (leftOut.length === 0) return [];
  const notice = { class: 'search-note', 'data-notice': 'left-out' };
  return [h('p', notice, ...drawPhrase(words.leftOut, leftOut.join(', ')))];
}

function drawNothing(
  { suggestions }: Answer,
  request: SearchRequest,
  { topics }: IdleContent,
  context: DrawContext,
): HTMLElement {
  const { words, urls } = context;
  return h(
    'div',
    { class: 'search-note' },
    h('p', {}, ...drawPhrase(words.nothing, request.query)),
    ...(suggestions.length === 0
      ? []
      : [
          h('h2', {}, words.suggestions),
          h('ul', { role: 'list' }, ...suggestions.map((query) => h('li', {}, drawQuery(query, context)))),
        ]),
    h('h2', {}, h('a', { href: urls.topics }, words.allTopics)),
    h(
      'ul',
      { role: 'list' },
      ...topics.map(({ id, label }) =>
        h('li', {}, h('a', { href: `${urls.topics}${encodeURIComponent(id)}/` }, label)),
      ),
    ),
    h('p', { class: 'search-links' }, h('a', { href: urls.articles }, words.allArticles)),
  );
}

function drawRecent(recent: readonly string[], context: DrawContext): HTMLElement {
  const { words, actions } = context;
  const items = recent.map((query) => {
    const [before, about, after] = splitPhrase(words.forget, query);
    const label = before + about + after;
    const button = h('button', { type: 'button', 'aria-label': label, title: label }, '×');
    button.addEventListener('click', () => {
      actions.forget(query);
    });
    return h('li', {}, drawQuery(query, context), button);
  });
  const all = h('button', { type: 'button' }, words.forgetAll);
  all.addEventListener('click', () => {
    actions.forget();
  });
  return h(
    'div',
    { class: 'search-note search-recent' },
    h('h2', {}, words.recent),
    h('ul', { role: 'list' }, ...items),
    all,
  );
}

/** Renders a link that searches for a query. */
function drawQuery(query: string, { urls, actions }: DrawContext): HTMLElement {
  const request: SearchRequest = { query, topic: undefined, isLiteral: false };
  const link = h('a', { dir: 'auto', href: requestToHref(request, urls.search) }, query);
  return onPlainClick(link, () => {
    actions.ask(request);
  });
}

/** Renders what follows the hits: a link to the search page, or a button for more hits. */
function drawEnd(state: SearchState, { kind, words, urls, actions }: DrawContext): HTMLElement[] {
  const { shown, request } = state;
  if (shown === undefined || shown.answer.hits.length === 0) return [];
  if (kind === 'options' && !fitsAddress(request, urls.search)) return [];
  if (kind === 'options')
    return [
      h(
        'p',
        { class: 'search-end' },
        h('a', { href: requestToHref(request, urls.search), 'data-key': 'to page' }, words.toPage),
      ),
    ];
  if (shownHits(state).length === shown.answer.hits.length) return [];
  const more = h('button', { type: 'button', 'data-key': 'more' }, words.more);
  more.addEventListener('click', actions.showMore);
  return [h('p', { class: 'search-end' }, more)];
}

/** Renders a phrase with the query isolated in a `<bdi>`, since it may have another text direction. */
function drawPhrase(phrase: (about: string) => string, about: string): (Node | string)[] {
  const [before, typed, after] = splitPhrase(phrase, about);
  return [before, h('bdi', {}, typed), after];
}
