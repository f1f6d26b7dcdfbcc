/** How long a reader is kept waiting at most for the state that an address names, in ms. */
const patienceMs = 1000;

/**
 * Keep a still figure from being seen while it comes to life in another state than its own: it would say something else first,
 * and move down below its controls under the reader’s eyes. Where that takes long it is seen as it stands.
 */
export function hideUntilLive(host: HTMLElement): void {
  if (isLive(host)) return;
  host.style.visibility = 'hidden';
  setTimeout(reveal, patienceMs, host);
}

/** Have a figure be seen that may have been hidden, once it has been drawn as it is now. */
export function reveal(host: HTMLElement): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      host.style.visibility = '';
    });
  });
}

/** Whether a figure’s element holds its live form, by what only that has. */
export function isLive(host: HTMLElement): boolean {
  return host.querySelector('.figure-player') !== null;
}
