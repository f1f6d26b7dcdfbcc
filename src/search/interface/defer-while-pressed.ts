/** Elements that a press activates. Scrollbars are left out: some browsers don't report their release. */
const pressable = 'a, button, [role=option]';

/**
 * Returns a `draw` that waits while the reader holds down the pointer or Space on something in an element. Browsers fire
 * `click` on release, and only if the pressed element is still there, so a redraw in between would lose the press. One
 * deferred redraw follows the click.
 */
export function deferWhilePressed(place: HTMLElement, draw: () => void): () => void {
  let isPressed = false;
  let isDue = false;
  const finish = (): void => {
    isPressed = false;
    if (!isDue) return;
    isDue = false;
    draw();
  };
  const release = (): void => {
    // The click is dispatched right after the release.
    if (isPressed) setTimeout(finish);
  };
  place.addEventListener('pointerdown', ({ target }) => {
    isPressed = target instanceof Element && target.closest(pressable) !== null;
  });
  place.addEventListener('keydown', ({ key, target }) => {
    // Only buttons wait for the release of Space; Enter activates on the way down.
    if (key === ' ' && target instanceof HTMLButtonElement) isPressed = true;
  });
  // Some platforms report no `pointerup` once a context menu is open.
  for (const type of ['pointerup', 'pointercancel', 'contextmenu', 'blur']) addEventListener(type, release);
  addEventListener('keyup', ({ key }) => {
    if (key === ' ') release();
  });
  return () => {
    if (isPressed) isDue = true;
    else draw();
  };
}
