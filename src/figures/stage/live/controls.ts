import { h, type ComponentChild, type TargetedEvent } from 'preact';

/** One of several options. */
interface ChoiceControl<Value extends string> {
  /** Id unique within the page. */
  id: string;
  label: string;
  /** Whether only screen readers get the label, because the options speak for themselves. */
  isLabelHidden?: boolean;
  options: readonly { value: Value; label: string }[];
  /** The selected option; `undefined` if the state matches none. */
  value: Value | undefined;
  change: (value: Value) => void;
}

/** More options than this become a dropdown list instead of radio buttons. */
const maxRadioButtons = 4;

/** Draws a choice as radio buttons, or as a dropdown list if it has many options. */
export function drawChoice<Value extends string>(control: ChoiceControl<Value>): ComponentChild {
  return control.options.length > maxRadioButtons ? drawSelect(control) : drawRadioButtons(control);
}

function drawRadioButtons<Value extends string>({
  id,
  label,
  isLabelHidden = false,
  options,
  value,
  change,
}: ChoiceControl<Value>): ComponentChild {
  return h(
    'fieldset',
    { class: 'figure-choice' },
    h('legend', { class: isLabelHidden ? 'visually-hidden' : undefined }, label),
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

/** Draws a choice as a dropdown list, which takes less room than radio buttons. */
export function drawSelect<Value extends string>({
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

/** A number within a range. */
interface RangeControl {
  /** Id unique within the page. */
  id: string;
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value with its unit. */
  text: string;
  /** The value for screen readers, if `text` is unclear when read aloud. */
  spoken?: string;
  change: (value: number) => void;
}

/** Draws a slider with its label and value above it. */
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
    // `output` is a live region by default, but screen readers announce the slider’s value already.
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

/** A setting that is on or off. */
interface SwitchControl {
  label: string;
  isOn: boolean;
  change: (isOn: boolean) => void;
}

/** Draws a switch followed by its label. */
export function drawSwitch({ label, isOn, change }: SwitchControl): ComponentChild {
  return h(
    'label',
    { class: 'figure-switch' },
    h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: isOn,
      onChange: ({ currentTarget }) => {
        change(currentTarget.checked);
      },
    }),
    h('span', {}, label),
  );
}
