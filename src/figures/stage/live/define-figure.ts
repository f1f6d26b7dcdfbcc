import controls from '../../../styles/figure-controls.css?url';
import { langToLocale } from '../../../locale/index.ts';
import { loadSheet } from '../../../styles/load-sheet.ts';
import { elementName } from '../figure.ts';
import { loadStageWords, type StageWords } from '../words.ts';
import { reveal } from './hide-until-hydrated.ts';
import { hydrateFigure } from './hydrate-figure.ts';
import type { LiveFigure } from './live-figure.ts';

/** Defines the custom element of a figure. Each instance is hydrated once its strings and style sheets have loaded. */
export function defineFigure<State, Words>(figure: LiveFigure<State, Words>): void {
  const name = elementName(figure.name);
  if (customElements.get(name) !== undefined) return;
  customElements.define(
    name,
    class extends HTMLElement {
      #disconnected = new AbortController();

      connectedCallback(): void {
        this.#disconnected = new AbortController();
        void hydrate(this, figure, this.#disconnected.signal);
      }

      disconnectedCallback(): void {
        this.#disconnected.abort();
      }
    },
  );
}

async function hydrate<State, Words>(
  host: HTMLElement,
  figure: LiveFigure<State, Words>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const parts = await loadParts(host, figure);
    if (!signal.aborted) hydrateFigure({ host, figure, ...parts }, signal);
  } catch (error) {
    // The static figure remains, and is complete without all this.
    console.warn(error);
  } finally {
    reveal(host);
  }
}

/** Loads the figure’s strings in the language around it, and its style sheets. Rejects if any of these fails to load. */
async function loadParts<State, Words>(
  host: HTMLElement,
  figure: LiveFigure<State, Words>,
): Promise<{ words: Words; stageWords: StageWords }> {
  const locale = langToLocale(host.closest<HTMLElement>('[lang]')?.lang ?? '');
  const [words, stageWords, ...sheets] = await Promise.all([
    figure.loadWords(locale),
    loadStageWords(locale),
    loadSheet(controls),
    loadSheet(figure.sheet),
  ]);
  if (sheets.includes(false)) throw new Error('A style sheet of the figure could not be loaded.');
  return { words, stageWords };
}
