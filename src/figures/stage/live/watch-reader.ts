/** Tell when nobody sees an element any more, scrolled past or in a tab behind others, until the signal. */
export function watchReader(element: Element, leave: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === false) leave();
  });
  observer.observe(element);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) leave();
    },
    { signal },
  );
}
