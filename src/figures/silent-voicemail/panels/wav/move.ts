/** Where something stands on the screen. */
export interface Box {
  left: number;
  top: number;
  width: number;
}

/** Which of things in lines an arrow key leads to, from the one at an index; undefined if the key is none, or leads nowhere. */
export function findNext(key: string, index: number, boxes: readonly Box[]): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return index > 0 ? index - 1 : undefined;
    case 'ArrowRight':
      return index < boxes.length - 1 ? index + 1 : undefined;
    case 'ArrowUp':
      return findInLine(-1, index, boxes);
    case 'ArrowDown':
      return findInLine(1, index, boxes);
    case 'Home':
      return 0;
    case 'End':
      return boxes.length - 1;
    default:
      return undefined;
  }
}

/** The nearest one in the next line up or down: lines are as long as the screen lets them be, so what counts is where things are. */
function findInLine(direction: 1 | -1, index: number, boxes: readonly Box[]): number | undefined {
  const from = boxes[index];
  if (from === undefined) return undefined;
  return boxes
    .map((box, other) => ({ other, down: (box.top - from.top) * direction, aside: distance(box, from) }))
    .filter(({ down }) => down > 0)
    .sort((one, two) => one.down - two.down || one.aside - two.aside)[0]?.other;
}

/** How far aside one is of the middle of another. */
function distance({ left, width }: Box, from: Box): number {
  const middle = from.left + from.width / 2;
  return Math.max(left - middle, middle - left - width, 0);
}
