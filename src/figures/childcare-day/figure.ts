import type { Figure } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStaticTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { describeState } from './describe.ts';
import { drawDays } from './draw-days.ts';
import { drawNotes } from './draw-notes.ts';
import { drawTable } from './draw-table.ts';
import { fragmentToState, settings } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Creates the figure for builds, in the language of these strings. */
export function createChildcareDay(
  words: ChildcareDayWords,
  stageWords: StageWords,
  createScale: CreateScale,
): Figure {
  return {
    settings,
    draw: (pairs) => {
      const state = fragmentToState(pairs);
      return {
        title: words.title,
        picture: drawDays(state, words, createScale),
        description: describeState(state, words),
        others: [drawNotes(words), drawStaticTable(drawTable(state, words), stageWords)],
      };
    },
  };
}
