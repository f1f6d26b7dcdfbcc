/** The line at which the text is being read, as a share of the height of the viewport. */
const readingLine = 0.3;

/**
 * Makes controls a single tab stop (a roving tabindex), between which arrow keys, Home and End move the focus. Tab enters at the
 * control nearest to the line that is being read.
 */
export function createRovingTabindex(controls: readonly HTMLButtonElement[]): void {
  let stop = controls[0];
  const stopAt = (control: HTMLButtonElement | undefined): void => {
    if (stop !== undefined) stop.tabIndex = -1;
    stop = control;
    if (stop !== undefined) stop.tabIndex = 0;
  };
  for (const control of controls) {
    control.tabIndex = -1;
    control.addEventListener('focus', () => {
      stopAt(control);
    });
    control.addEventListener('keydown', (event) => {
      // Controls in closed `details` cannot be focused.
      const visible = controls.filter((each) => each.checkVisibility());
      const next = visible.at(nextIndex(event.key, visible.indexOf(control), visible.length));
      if (next === control || next === undefined) return;
      event.preventDefault();
      next.focus();
    });
  }
  stopAt(nearest(controls));
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Tab' && !(target as Element).matches('.peek,.peeked,.peeked *')) stopAt(nearest(controls));
    },
    { capture: true },
  );
}

/** Returns the index to which a key moves the focus; the same index for keys that do not move it. */
export function nextIndex(key: string, from: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : from;
}

function nearest(controls: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const distance = (control: HTMLButtonElement): number =>
    Math.abs(control.getBoundingClientRect().top - innerHeight * readingLine);
  return controls
    .filter((control) => control.checkVisibility())
    .sort((one, other) => distance(one) - distance(other))[0];
}
