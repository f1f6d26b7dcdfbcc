/** Least distance between two notes, in pixels. */
const gap = 12;

/**
 * Moves each footnote into the margin on wide screens, beside the line of its first reference, or below the previous note if
 * the two would overlap. On narrow screens, and without scripts, the notes stay below the text.
 *
 * The breakpoint is the one of the notes column in `styles/page.css`.
 */
export function placeSideNotes(page: Document): void {
  const prose = page.querySelector<HTMLElement>('.prose');
  const section = page.querySelector<HTMLElement>('.prose > .footnotes');
  const notes = [...page.querySelectorAll<HTMLElement>('.footnotes > ol > li')];
  if (prose === null || section === null || notes.length === 0) return;
  const wide = matchMedia('(width >= 80rem)');
  const place = (): void => {
    const isPlaced = prose.classList.toggle('prose--side-notes', wide.matches);
    prose.style.minHeight = '';
    if (isPlaced) prose.style.minHeight = `${stack(prose, notes)}px`;
  };
  forceLayout(section);
  place();
  // Fonts, pictures and opened details shift the lines.
  const observer = new ResizeObserver(place);
  for (const part of [prose, ...notes]) observer.observe(part);
  wide.addEventListener('change', place);
}

/** Lays out an element as newly inserted, so that moving the notes into the empty margin does not count as a layout shift. */
function forceLayout(part: HTMLElement): void {
  part.style.display = 'none';
  part.getBoundingClientRect();
  part.style.display = '';
}

/** Positions the notes from top to bottom and returns the height they need. Measures first, to cause one layout only. */
function stack(prose: HTMLElement, notes: readonly HTMLElement[]): number {
  const origin = prose.getBoundingClientRect().top;
  const measured = notes.map((note) => {
    const call = document.getElementById(note.id.replace('fn-', 'fnref-'));
    return {
      note,
      line: (call?.getBoundingClientRect().top ?? origin) - origin,
      height: note.offsetHeight,
    };
  });
  let free = 0;
  for (const { note, line, height } of measured) {
    const top = Math.max(line, free);
    note.style.top = `${top}px`;
    free = top + height + gap;
  }
  return free;
}
