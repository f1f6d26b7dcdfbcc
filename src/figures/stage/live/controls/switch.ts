import { h, type ComponentChild } from 'preact';

/** Something that is on or off. */
export interface SwitchControl {
  label: string;
  isOn: boolean;
  change: (isOn: boolean) => void;
}

/** A switch before its label. */
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
