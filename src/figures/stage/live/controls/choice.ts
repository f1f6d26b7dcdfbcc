import { h, type ComponentChild, type TargetedEvent } from 'preact';

/** One of several things that a reader chooses. */
export interface ChoiceControl<Value extends string> {
  /** Id in the page: that of the stage, and a name of its own. */
  id: string;
  label: string;
  options: readonly { value: Value; label: string }[];
  /** Nothing where what is set is none of these. */
  value: Value | undefined;
  change: (value: Value) => void;
}

/** So many stand beside each other as buttons; of more, a list is opened. */
const mostButtons = 4;

/** A choice: all of few options at once, many in a list. */
export function drawChoice<Value extends string>(control: ChoiceControl<Value>): ComponentChild {
  return control.options.length > mostButtons ? drawList(control) : drawButtons(control);
}

function drawButtons<Value extends string>({
  id,
  label,
  options,
  value,
  change,
}: ChoiceControl<Value>): ComponentChild {
  return h(
    'fieldset',
    { class: 'figure-choice' },
    h('legend', {}, label),
    h(
      'div',
      {},
      options.map((option) =>
        h(
          'label',
          { key: option.value },
          h('input', {
            type: 'radio',
            name: id,
            value: option.value,
            checked: option.value === value,
            onChange: () => {
              change(option.value);
            },
          }),
          h('span', {}, option.label),
        ),
      ),
    ),
  );
}

function drawList<Value extends string>({
  id,
  label,
  options,
  value,
  change,
}: ChoiceControl<Value>): ComponentChild {
  const isNone = value === undefined;
  return h(
    'div',
    { class: 'figure-choice' },
    h('label', { for: id }, label),
    h(
      'select',
      {
        id,
        value: value ?? '',
        onChange: ({ currentTarget }: TargetedEvent<HTMLSelectElement>) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen !== undefined) change(chosen.value);
        },
      },
      isNone && h('option', { value: '', hidden: true }, '—'),
      options.map((option) => h('option', { key: option.value, value: option.value }, option.label)),
    ),
  );
}
