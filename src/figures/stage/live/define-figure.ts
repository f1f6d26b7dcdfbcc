import { h, render } from 'preact';
import { elementName } from '../frame.ts';
import { loadStageWords, type StageWords } from '../words.ts';
import { createScale } from './create-scale.ts';
import type { LiveFigure, Stage } from './live-figure.ts';
import { toNode } from './to-node.ts';

/** Define the custom element of a figure: each that stands in the page comes to life. */
export function defineFigure<State, Words>(figure: LiveFigure<State, Words>): void {
  customElements.define(
    elementName(figure.name),
    class extends HTMLElement {
      connectedCallback(): void {
        void start(this, figure);
      }
    },
  );
}

async function start<State, Words>(host: HTMLElement, figure: LiveFigure<State, Words>): Promise<void> {
  const locale = host.closest<HTMLElement>('[lang]')?.lang ?? '';
  const [words, stageWords] = await Promise.all([figure.loadWords(locale), loadStageWords(locale)]);
  let state = figure.read(host.dataset.pairs ?? '');
  const show = (): void => {
    const stage: Stage<State, Words> = {
      id: host.parentElement?.id ?? '',
      words,
      stageWords,
      createScale,
      isPlaying: false,
      change: (next) => {
        state = next;
        show();
      },
    };
    render(lay(figure, state, stage), host);
  };
  show();
}

function lay<State, Words>(figure: LiveFigure<State, Words>, state: State, stage: Stage<State, Words>) {
  const { words, stageWords }: { words: Words; stageWords: StageWords } = stage;
  return [
    h('div', { class: 'figure-controls' }, figure.controls(state, stage)),
    h('div', { class: 'figure-picture' }, figure.picture(state, stage)),
    h('p', { class: 'figure-description', role: 'status' }, figure.describe(state, words)),
    figure.panels(state, stage),
    h(
      'details',
      { class: 'figure-data' },
      h('summary', {}, stageWords.data),
      toNode(figure.table(state, words)),
    ),
  ];
}
