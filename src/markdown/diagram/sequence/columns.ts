import { widest } from '../text/text-width.ts';
import { maxLabelWidth, wrap } from '../text/label.ts';
import type { Event, Message, Note, Participant, Sequence } from './sequence.ts';

/** Space on the left and right of the text in a box, in pixels. */
export const boxPadding = 12;

/** Width of the loop of a message to oneself, in pixels. */
export const loopWidth = 34;

/** Distance from the end of a lost message to its receiver’s lifeline, in pixels. */
export const lostGap = 34;

/** Half the width of an activation bar in pixels, and the offset to the right of nested bars. */
export const barHalf = 5;

/** Space between a label and what is next to it, in pixels. */
const gap = 14;

/** A participant and its position. */
export interface Column {
  participant: Participant;
  lines: readonly string[];
  /** Position of the lifeline. */
  x: number;
  /** Width of the box around the name. */
  width: number;
}

/** Wraps a label at a comfortable width. */
export function wrapLabel(label: readonly string[], isStrong = false): string[] {
  return wrap(label, maxLabelWidth, isStrong);
}

/** Places the participants side by side, with enough space between each pair for the widest label between them. */
export function placeColumns({ participants, events }: Sequence): Column[] {
  const columns = participants.map((participant): Column => {
    const lines = wrap(participant.label, maxLabelWidth * 0.75, true);
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
    // Integers give sharp lines and short path data.
    column.x = Math.ceil(
      Math.max(before.x + (before.width + column.width) / 2 + gap, before.x + 72, ...distances),
    );
  });
  return columns;
}

/** Minimum distance of two columns, given by index, in pixels. */
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

/** Returns the width of a note’s box. */
export function noteWidth(label: readonly string[]): number {
  return Math.ceil(widest(wrapLabel(label))) + 2 * boxPadding;
}
