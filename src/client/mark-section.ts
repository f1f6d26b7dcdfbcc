/** How far down the window a heading counts as reached, as a share of its height. */
const reached = 0.3;

/** Mark in the table of contents the section that is being read, and keep it in sight there. */
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
    else bringIntoSight(contents, current);
  };
  if (links.length > 0) afterScrolling(mark);
}

/** Scroll the list alone: `scrollIntoView` would move the page too where the list is not beside the text. */
function bringIntoSight(list: HTMLElement, link: HTMLElement): void {
  if (list.scrollHeight > list.clientHeight) {
    const { top } = link.getBoundingClientRect();
    list.scrollTop += top - list.getBoundingClientRect().top - list.clientHeight / 2;
  }
}

/** Run now, and once for each frame in which the page is scrolled. */
function afterScrolling(run: () => void): void {
  let isDue = false;
  addEventListener(
    'scroll',
    () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        run();
      });
    },
    { passive: true },
  );
  run();
}
