import { h, type ComponentChild } from 'preact';

/** A number that a reader sets. */
export interface RangeControl {
  /** Id in the page: that of the stage, and a name of its own. */
  id: string;
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value with its unit, as it is shown. */
  text: string;
  /** The value with its unit in words, for those who hear it; without it, as it is shown. */
  spoken?: string;
  change: (value: number) => void;
}

/** A slider under its label, with the value beside that. */
export function drawRange({
  id,
  label,
  value,
  min,
  max,
  step,
  text,
  spoken = text,
  change,
}: RangeControl): ComponentChild {
  return h(
    'div',
    { class: 'figure-range' },
    h('label', { for: id }, label),
    // The slider itself tells of it.
    h('output', { for: id, 'aria-live': 'off' }, text),
    h('input', {
      type: 'range',
      id,
      min,
      max,
      step,
      value,
      'aria-valuetext': spoken,
      onInput: ({ currentTarget }) => {
        change(currentTarget.valueAsNumber);
      },
    }),
  );
}
