/** A heading counts as reached above this line, as a share of the height of the viewport. */
const reached = 0.3;

/** Marks the current section in the table of contents, and scrolls the contents to it. */
export function markSection(page: Document): void {
  const contents = page.querySelector<HTMLElement>('.contents');
  const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  const headings = links.map((link) => page.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const line = innerHeight * reached;
    const index = headings.findLastIndex(
      (heading) => (heading?.getBoundingClientRect().top ?? Infinity) <= line,
    );
    if (links[index] === current) return;
    current?.removeAttribute('aria-current');
    current = links[index];
    current?.setAttribute('aria-current', 'true');
    if (contents === null) return;
    if (current === undefined) contents.scrollTop = 0;
    else scrollToLink(contents, current);
  };
  if (links.length > 0) afterScrolling(mark);
}

/** Scrolls the list to a link. `scrollIntoView` would also scroll the page where the contents are above the text. */
function scrollToLink(list: HTMLElement, link: HTMLElement): void {
  if (list.scrollHeight > list.clientHeight) {
    const { top } = link.getBoundingClientRect();
    list.scrollTop += top - list.getBoundingClientRect().top - list.clientHeight / 2;
  }
}

/** Calls `run` now, and on scrolling, throttled to once per frame. */
function afterScrolling(run: () => void): void {
  let isScheduled = false;
  addEventListener(
    'scroll',
    () => {
      if (isScheduled) return;
      isScheduled = true;
      requestAnimationFrame(() => {
        isScheduled = false;
        run();
      });
    },
    { passive: true },
  );
  run();
}
