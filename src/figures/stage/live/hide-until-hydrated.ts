/** After this many milliseconds a figure is shown even if it is not hydrated yet. */
const timeoutMs = 1000;

/**
 * Hides a static figure until it is hydrated. Used if the URL asks for another state than the one the text shows: readers would
 * see the wrong state first, and the controls below the picture would cause a layout shift. After a timeout the static figure
 * shows.
 */
export function hideUntilHydrated(host: HTMLElement): void {
  if (isHydrated(host)) return;
  host.style.visibility = 'hidden';
  setTimeout(reveal, timeoutMs, host);
}

/** Shows a figure again. Waits two animation frames, so that the new state is painted first. */
export function reveal(host: HTMLElement): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      host.style.visibility = '';
    });
  });
}

/** Returns whether a figure’s custom element is hydrated: only then it has buttons. */
export function isHydrated(host: HTMLElement): boolean {
  return host.querySelector('.figure-actions') !== null;
}
