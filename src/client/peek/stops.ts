/** How far down the window the text is read, as a share of its height. */
const reading = 0.3;

/**
 * Make controls one stop of the keyboard, between which arrows, Home and End go. Who comes with Tab comes to the one that is
 * nearest to what they read.
 */
export function createStops(controls: readonly HTMLButtonElement[]): void {
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
      // What is folded away can't be gone to.
      const seen = controls.filter((each) => each.checkVisibility());
      const to = seen.at(stepTo(event.key, seen.indexOf(control), seen.length));
      if (to === control || to === undefined) return;
      event.preventDefault();
      to.focus();
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

/** To which of so many a key leads from one: to itself where it leads nowhere. */
export function stepTo(key: string, from: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : from;
}

function nearest(controls: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const distance = (control: HTMLButtonElement): number =>
    Math.abs(control.getBoundingClientRect().top - innerHeight * reading);
  return controls
    .filter((control) => control.checkVisibility())
    .sort((one, other) => distance(one) - distance(other))[0];
}
