import controls from '../../../styles/figure-controls.css?url';
import { langToLocale } from '../../../locale/index.ts';
import { loadSheet } from '../../../styles/load-sheet.ts';
import { loadStageWords, type StageWords } from '../words.ts';
import type { LiveFigure } from './live-figure.ts';

/** What a figure is made live with, besides its code. */
export interface Parts<Words> {
  words: Words;
  stageWords: StageWords;
}

/** The words of a figure in the language that it stands in, once its sheets are there too. Throws where something cannot be had. */
export async function loadParts<State, Words>(
  host: HTMLElement,
  figure: LiveFigure<State, Words>,
): Promise<Parts<Words>> {
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
