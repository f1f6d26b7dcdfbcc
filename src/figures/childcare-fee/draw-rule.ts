import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { drawPanel } from '../stage/panel.ts';
import { findLimits, gentofte, nationalLimits, perFurtherChild, type State } from './model/index.ts';
import type { ChildcareFeeWords } from './words.ts';

/** Draws the panel that explains the rule of a year. */
export function drawRule({ year }: State, { rule }: ChildcareFeeWords): Element {
  const { step } = findLimits({ children: 1, parents: 'two', year });
  const numbers = {
    year,
    ...nationalLimits[year],
    step,
    perFurtherChild,
    reassessed: reassessedSteps * step,
    costs: { all: gentofte.parents + gentofte.municipality, parents: gentofte.parents },
  };
  return drawPanel(
    rule.title,
    rule.paragraphs(numbers).map((text) => el('p', {}, text)),
  );
}

/**
 * The fee is reassessed each month, but only if the income has moved by at least this many steps
 * (https://www.solrod.dk, “Økonomisk fripladstilskud”).
 */
const reassessedSteps = 5;
