import type { Figure } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStaticTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { describeState } from './describe.ts';
import { drawPicture } from './draw-picture.ts';
import { drawOutput, drawTable } from './draw-output.ts';
import { fragmentToState, settings } from './model/index.ts';
import type { PsVsTopWords } from './words.ts';

/** Creates the figure for builds, in the language of these strings. */
export function createPsVsTop(words: PsVsTopWords, stageWords: StageWords, createScale: CreateScale): Figure {
  return {
    settings,
    draw: (pairs) => {
      const state = fragmentToState(pairs);
      return {
        title: words.title,
        picture: drawPicture(state, words, createScale),
        description: describeState(state, words),
        others: [drawOutput(state, words), drawStaticTable(drawTable(state, words), stageWords)],
      };
    },
  };
}
