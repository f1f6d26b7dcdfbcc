import type { Figure } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStaticTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { describeState } from './describe.ts';
import { drawPicture } from './draw-picture.ts';
import { drawRule } from './draw-rule.ts';
import { drawTable } from './draw-table.ts';
import { fragmentToState, settings } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

/** Creates the figure for builds, in the language of these strings. */
export function createChildcareFee(
  words: ChildcareFeeWords,
  stageWords: StageWords,
  createScale: CreateScale,
): Figure {
  return {
    settings,
    draw: (pairs) => {
      const state = fragmentToState(pairs);
      return {
        title: words.title,
        picture: drawPicture(state, words, createScale),
        description: describeState(state, words),
        others: [drawRule(state, words), drawStaticTable(drawTable(state, words), stageWords)],
      };
    },
  };
}
