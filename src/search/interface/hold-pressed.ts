/** What can be pressed: a scrollbar is none of it, whose release some browsers don't tell. */
const pressable = 'a, button, [role=option]';

/**
 * Draws in an element, but not while the reader is pressing something in it: a click is only one if what was pressed is
 * still there on release. What became due in between is drawn then, after the click has done its work.
 */
export function holdPressed(place: HTMLElement, draw: () => void): () => void {
  let isPressed = false;
  let isDue = false;
  const release = (): void => {
    isPressed = false;
    if (!isDue) return;
    isDue = false;
    draw();
  };
  place.addEventListener('pointerdown', ({ target }) => {
    isPressed = target instanceof Element && target.closest(pressable) !== null;
  });
  for (const type of ['pointerup', 'pointercancel', 'blur']) {
    addEventListener(type, () => {
      // The click comes with the release, right after it.
      if (isPressed) setTimeout(release);
    });
  }
  return () => {
    if (isPressed) isDue = true;
    else draw();
  };
}
