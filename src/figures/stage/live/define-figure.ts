import { elementName } from '../frame.ts';
import { reveal } from './hide-until-live.ts';
import type { LiveFigure } from './live-figure.ts';
import { loadParts } from './load-parts.ts';
import { runFigure } from './run-figure.ts';

/** Define the custom element of a figure: each that stands in the page comes to life when all that it needs is there. */
export function defineFigure<State, Words>(figure: LiveFigure<State, Words>): void {
  const name = elementName(figure.name);
  if (customElements.get(name) !== undefined) return;
  customElements.define(
    name,
    class extends HTMLElement {
      #leaving = new AbortController();

      connectedCallback(): void {
        this.#leaving = new AbortController();
        void bringToLife(this, figure, this.#leaving.signal);
      }

      disconnectedCallback(): void {
        this.#leaving.abort();
      }
    },
  );
}

async function bringToLife<State, Words>(
  host: HTMLElement,
  figure: LiveFigure<State, Words>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const parts = await loadParts(host, figure);
    if (!signal.aborted) runFigure({ host, figure, ...parts }, signal);
  } catch (error) {
    // The figure as it stands says its point without all this.
    console.warn(error);
  } finally {
    reveal(host);
  }
}
