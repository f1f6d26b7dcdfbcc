import type { Answer, TopicCount } from '../browser/index.ts';
import type { DrawContext, IdleContent } from './draw-context.ts';
import { h } from './element.ts';
import { keepOnOneLine } from './keep-on-one-line.ts';
import type { SearchState } from './state.ts';

/** Renders a toggle button per topic, on one line that unfolds. */
export function drawTopics(
  state: SearchState,
  answer: Answer,
  idle: IdleContent,
  context: DrawContext,
): HTMLElement[] {
  const { request, areTopicsUnfolded } = state;
  const { words, actions } = context;
  const topics = listTopics(answer, request.topic, idle);
  const buttons = topics.map(({ id, label, count }) => {
    const isChosen = id === request.topic;
    const attributes = { type: 'button', 'aria-pressed': String(isChosen), 'data-key': `topic ${id}` };
    const button = h('button', attributes, label, ' ', h('span', {}, String(count)));
    button.addEventListener('click', () => {
      actions.ask({ ...request, topic: isChosen ? undefined : id });
    });
    return button;
  });
  if (buttons.length === 0) return [];
  const fold = h('button', {
    type: 'button',
    class: 'search-fold',
    'aria-expanded': String(areTopicsUnfolded),
    'data-key': 'fold topics',
  });
  fold.addEventListener('click', actions.toggleTopics);
  const group = { class: 'search-topics', role: 'group', 'aria-label': words.narrow };
  const row = h('div', group, ...buttons, fold);
  if (areTopicsUnfolded) fold.textContent = words.fewerTopics;
  else keepOnOneLine(row, buttons, { fold, label: words.moreTopics });
  return [row];
}

/** Lists the topics to offer. The chosen one is always listed, so that it can be deselected. */
function listTopics(
  { topics, hits }: Answer,
  chosen: string | undefined,
  idle: IdleContent,
): readonly TopicCount[] {
  // Neither a single topic nor a single hit can be narrowed.
  if (chosen === undefined) return topics.length < 2 || hits.length < 2 ? [] : topics;
  if (topics.some(({ id }) => id === chosen)) return topics;
  const label = idle.topics.find(({ id }) => id === chosen)?.label ?? chosen;
  return [{ id: chosen, label, count: 0 }, ...topics];
}
