import { h, type ComponentChild } from 'preact';

/** Outlines on a square of 16, as players everywhere have them. */
const outlines = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 2.5h3v11H4zM9.5 2.5h3v11h-3z',
  rewind: 'M3 3h1.75v10H3zM13.5 3v10L6 8z',
  back: 'M11.5 3v10L4 8z',
  next: 'M4.5 3v10L12 8z',
} as const;

export type IconName = keyof typeof outlines;

/** A sign on a button, for those who see it. */
export function drawIcon(name: IconName): ComponentChild {
  return h(
    'svg',
    { class: 'figure-icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': true },
    h('path', { d: outlines[name] }),
  );
}
