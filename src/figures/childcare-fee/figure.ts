import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import type { Figure } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStaticTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { describeState } from './describe.ts';
import { drawPicture } from './draw-picture.ts';
import { drawTable } from './draw-table.ts';
import { findLimits, fragmentToState, settings, type State } from './model/index.ts';
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
        others: [drawNote(state, words), drawStaticTable(drawTable(state, words), stageWords)],
      };
    },
  };
}

/** Draws the note below the description: which income counts, and when a change of it counts. */
export function drawNote(state: State, { note }: ChildcareFeeWords): Element {
  const { step } = findLimits(state);
  return el('p', { class: 'figure-note' }, note({ step, reassessed: reassessedSteps * step }));
}

/**
 * The fee is reassessed each month, but only if the income has moved by at least this many steps
 * (https://www.solrod.dk, “Økonomisk fripladstilskud”).
 */
const reassessedSteps = 5;
