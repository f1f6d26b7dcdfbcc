/**
 * What a cell shows, without what stands around it in the cell and around a place as well: in a box it needs no box, in an item
 * of a list none. Of a list more than one item stay in it.
 */
export function withoutAround(cell: Element, place: Element): Element {
  let inner = cell;
  for (const { tagName } of findAround(place)) {
    const [only, more] = inner.children;
    // An item may say something before what stands in it.
    if (
      only?.tagName !== tagName ||
      more !== undefined ||
      only.textContent.trim() !== inner.textContent.trim()
    )
      break;
    inner = only;
  }
  return inner.closest(':not(ul,ol)') ?? cell;
}

/** What a place of a text stands in, from the outside. */
function findAround(place: Element): Element[] {
  const around = place.parentElement;
  return around === null || around.matches('.prose') ? [] : [...findAround(around), around];
}
