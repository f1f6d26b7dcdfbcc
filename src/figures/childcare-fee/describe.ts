import { computeBill, nationalLimits, type State } from './model/index.ts';
import type { ChildcareFeeWords, DescriptionWords } from './words.ts';

/** Describes a state in two or three sentences: what the family pays, and what one more krone of income would cost. */
export function describeState(state: State, { description }: ChildcareFeeWords): string {
  const bill = computeBill(state);
  const sentences = [description.bill(state, bill), describeSlope(state, description)];
  if (!nationalLimits[state.year].isConfirmed) sentences.push(description.unconfirmed(state.year));
  return sentences.join(' ');
}

function describeSlope(state: State, description: DescriptionWords): string {
  const { percent, limits, orePerKrone } = computeBill(state);
  if (percent === 100) return description.full(limits.upper);
  if (state.income === limits.lower) return description.firstKrone;
  if (percent > 0) return description.slope(orePerKrone.toFixed(1));
  const next = computeBill({ ...state, income: state.income + 1 });
  return next.percent > 0 ? description.nextKrone(next.total) : description.free(limits.lower);
}
