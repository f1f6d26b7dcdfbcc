import { widest } from '../text/advance.ts';
import { mostWidth, wrap } from '../text/label.ts';
import type { Event, Message, Note, Participant, Sequence } from './sequence.ts';

/** Room around the text in a box, left and right. */
export const boxPadding = 12;

/** How far a message to oneself reaches to the right. */
export const loopWidth = 34;

/** How far before its receiver’s lifeline a lost message ends. */
export const lostGap = 34;

/** Half the width of the bar on the lifeline of one who is busy; bars upon bars stand this much to the right. */
export const barHalf = 5;

/** Between a label and whatever stands beside it. */
const gap = 14;

/** Where a participant stands. */
export interface Column {
  participant: Participant;
  lines: readonly string[];
  /** Of the lifeline. */
  x: number;
  /** Of the box around the name. */
  width: number;
}

/** A label in lines no longer than is comfortable. */
export function wrapLabel(label: readonly string[], isStrong = false): string[] {
  return wrap(label, mostWidth, isStrong);
}

/** Set the participants side by side, each pair as far apart as the widest of what stands between them. */
export function placeColumns({ participants, events }: Sequence): Column[] {
  const columns = participants.map((participant): Column => {
    const lines = wrap(participant.label, mostWidth * 0.75, true);
    return {
      participant,
      lines,
      x: 0,
      width: Math.max(56, 2 * Math.ceil(widest(lines, true) / 2) + 2 * boxPadding),
    };
  });
  const order = new Map(participants.map(({ id }, index) => [id, index]));
  const spans = events.flatMap((event) => spansOf(event, (id) => order.get(id) ?? 0));
  columns.forEach((column, index) => {
    const before = columns[index - 1];
    if (before === undefined) return;
    const distances = spans
      .filter(({ to }) => to === index)
      .map(({ from, width }) => (columns[from]?.x ?? 0) + width);
    // Whole pixels: sharp lines, and fewer bytes.
    column.x = Math.ceil(
      Math.max(before.x + (before.width + column.width) / 2 + gap, before.x + 72, ...distances),
    );
  });
  return columns;
}

/** That two columns, named by their order, stand at least some pixels apart. */
interface Span {
  from: number;
  to: number;
  width: number;
}

function spansOf(event: Event, orderOf: (id: string) => number): Span[] {
  if (event.type === 'message') return spansOfMessage(event, orderOf);
  if (event.type === 'note') return spansOfNote(event, orderOf);
  return [];
}

function spansOfMessage({ from, to, label, head }: Message, orderOf: (id: string) => number): Span[] {
  const [one, other] = [orderOf(from), orderOf(to)].sort((a, b) => a - b) as [number, number];
  const width = widest(wrapLabel(label)) + 2 * gap;
  if (one === other) return [{ from: one, to: one + 1, width: width + loopWidth + 2 * barHalf }];
  return [{ from: one, to: other, width: width + 4 * barHalf + (head === 'lost' ? lostGap : 0) }];
}

function spansOfNote({ side, of, label }: Note, orderOf: (id: string) => number): Span[] {
  const width = noteWidth(label);
  const [first, last] = [orderOf(of[0]), orderOf(of.at(-1) ?? of[0])].sort((a, b) => a - b) as [
    number,
    number,
  ];
  if (side === 'left') return [{ from: first - 1, to: first, width: width + 2 * gap }];
  if (side === 'right') return [{ from: first, to: first + 1, width: width + 2 * gap + 2 * barHalf }];
  if (first !== last) return [{ from: first, to: last, width: width - 2 * gap }];
  const half = width / 2 + gap;
  return [
    { from: first - 1, to: first, width: half },
    { from: first, to: first + 1, width: half },
  ];
}

/** How wide a note’s box is. */
export function noteWidth(label: readonly string[]): number {
  return Math.ceil(widest(wrapLabel(label))) + 2 * boxPadding;
}
