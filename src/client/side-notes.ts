/** Pixels between two notes that would touch. */
const gap = 12;

/**
 * On screens wide enough for it, put each footnote into the margin, beside the line that calls it first; a note gives way
 * downwards to the one before it. Elsewhere, and without scripts, the notes stand below the text.
 *
 * The width is that of `styles/page.css`.
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
  makeAnew(section);
  place();
  // Fonts that arrive, pictures and opened details move the lines.
  const observer = new ResizeObserver(place);
  for (const part of [prose, ...notes]) observer.observe(part);
  wide.addEventListener('change', place);
}

/** Let a part be laid out as if it came now: notes that appear in an empty margin move nothing that is being read. */
function makeAnew(part: HTMLElement): void {
  part.style.display = 'none';
  part.getBoundingClientRect();
  part.style.display = '';
}

/** Place the notes from the top down and give the height they need. All is measured before anything is moved. */
function stack(prose: HTMLElement, notes: readonly HTMLElement[]): number {
  const origin = prose.getBoundingClientRect().top;
  const measured = notes.map((note) => {
    const call = document.getElementById(note.id.replace('fn-', 'fnref-'));
    return {
      note,
      wanted: (call?.getBoundingClientRect().top ?? origin) - origin,
      height: note.offsetHeight,
    };
  });
  let free = 0;
  for (const { note, wanted, height } of measured) {
    const top = Math.max(wanted, free);
    note.style.top = `${top}px`;
    free = top + height + gap;
  }
  return free;
}
