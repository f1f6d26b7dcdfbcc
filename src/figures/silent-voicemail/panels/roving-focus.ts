/** The position of an element on the screen. */
export interface Box {
  left: number;
  top: number;
  width: number;
}

/**
 * Finds the element that a key moves the focus to, among elements in lines that wrap. Returns `undefined` at an edge and for other
 * keys than arrows, Home and End.
 */
export function findFocusTarget(key: string, index: number, boxes: readonly Box[]): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return index > 0 ? index - 1 : undefined;
    case 'ArrowRight':
      return index < boxes.length - 1 ? index + 1 : undefined;
    case 'ArrowUp':
      return findInNextLine(-1, index, boxes);
    case 'ArrowDown':
      return findInNextLine(1, index, boxes);
    case 'Home':
      return 0;
    case 'End':
      return boxes.length - 1;
    default:
      return undefined;
  }
}

/** Finds the nearest element in the next line up or down. Uses positions, because the length of lines depends on the screen. */
function findInNextLine(direction: 1 | -1, index: number, boxes: readonly Box[]): number | undefined {
  const from = boxes[index];
  if (from === undefined) return undefined;
  return boxes
    .map((box, other) => ({ other, down: (box.top - from.top) * direction, aside: distance(box, from) }))
    .filter(({ down }) => down > 0)
    .sort((one, two) => one.down - two.down || one.aside - two.aside)[0]?.other;
}

/** Returns the horizontal distance between an element and the middle of another; 0 if the element spans it. */
function distance({ left, width }: Box, from: Box): number {
  const middle = from.left + from.width / 2;
  return Math.max(left - middle, middle - left - width, 0);
}
