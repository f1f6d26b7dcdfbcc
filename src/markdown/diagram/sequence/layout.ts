import { lineHeight, widest } from '../text/text-width.ts';
import { stack, type Box, type Text } from '../drawing.ts';
import {
  barHalf,
  boxPadding,
  loopWidth,
  lostGap,
  noteWidth,
  placeColumns,
  wrapLabel,
  type Column,
} from './columns.ts';
import type { BlockEdge, Event, Message, Note, Sequence } from './sequence.ts';

/** A sequence diagram with positions in pixels. */
export interface SequenceLayout {
  width: number;
  height: number;
  columns: readonly (Column & { box: Box })[];
  /** Vertical extent of the lifelines, below the names. */
  lifeline: { top: number; bottom: number };
  arrows: readonly Arrow[];
  bars: readonly Box[];
  notes: readonly Box[];
  frames: readonly Frame[];
  texts: readonly Text[];
}

/** The line of a message. One to oneself starts at `y` and ends `back` pixels below. */
export interface Arrow extends Pick<Message, 'isDashed' | 'head' | 'isTwoWay'> {
  from: number;
  to: number;
  y: number;
  back?: number;
}

/** The frame around a block, and the y coordinates of the rules between its branches. */
export interface Frame {
  box: Box;
  dividers: readonly number[];
}

const gap = 12;
const framePadding = 12;

/** Space around the drawing, so that strokes at the edge are not cut off. */
const margin = 2;

/** State of the layout, from top to bottom. Each event gets a vertical range of its own, so that events cannot overlap. */
interface Progress {
  columns: ReadonlyMap<string, Column>;
  order: readonly Column[];
  y: number;
  /** The y coordinate of the last message, where activation bars start and end. */
  lastLine: number;
  arrows: Arrow[];
  bars: Box[];
  notes: Box[];
  frames: Frame[];
  texts: Text[];
  /** The y coordinates where open activation bars start, by participant. */
  busy: Map<string, number[]>;
  open: OpenFrame[];
  left: number;
  right: number;
}

/** An open block: its top, the horizontal extent of its content, and its labels. */
interface OpenFrame {
  top: number;
  left: number;
  right: number;
  dividers: number[];
  heads: { lines: readonly string[]; top: number }[];
}

/** Lays out a sequence diagram. */
export function layOutSequence(sequence: Sequence): SequenceLayout {
  const order = placeColumns(sequence);
  const headHeight = Math.max(0, ...order.map(nameHeight));
  const progress: Progress = {
    columns: new Map(order.map((column) => [column.participant.id, column])),
    order,
    y: headHeight + 4,
    lastLine: headHeight,
    arrows: [],
    bars: [],
    notes: [],
    frames: [],
    texts: [],
    busy: new Map(),
    open: [],
    left: 0,
    right: 0,
  };
  for (const { x, width } of order) reach(progress, x - width / 2, x + width / 2);
  sequence.events.forEach((event, index) => {
    place(event, sequence.events[index + 1], progress);
  });
  const bottom = progress.y + gap;
  for (const [id, starts] of progress.busy) while (starts.length > 0) endBar(id, bottom - 4, progress);
  return moveToOrigin(progress, { headHeight, bottom });
}

function nameHeight({ participant, lines }: Column): number {
  return lines.length * lineHeight + (participant.isActor ? 34 : 16);
}

function place(event: Event, next: Event | undefined, progress: Progress): void {
  switch (event.type) {
    case 'message':
      placeMessage(event, next, progress);
      break;
    case 'note':
      placeNote(event, progress);
      break;
    case 'activate':
      progress.busy.set(event.of, [...(progress.busy.get(event.of) ?? []), progress.lastLine]);
      break;
    case 'deactivate':
      endBar(event.of, progress.lastLine, progress);
      break;
    default:
      placeEdge(event, progress);
  }
}

function placeMessage(message: Message, next: Event | undefined, progress: Progress): void {
  const { from, to, isDashed, head, isTwoWay } = message;
  const lines = wrapLabel(message.label);
  const sets = next?.type === 'activate' && next.of === to ? 1 : 0;
  if (from === to) {
    placeLoop(message, lines, progress);
    return;
  }
  const direction = xOf(from, progress) < xOf(to, progress) ? 1 : -1;
  const start = edgeOf(from, direction, 0, progress);
  const whole = edgeOf(to, -direction, sets, progress);
  const end = head === 'lost' ? xOf(to, progress) - direction * lostGap : whole;
  const top = progress.y + gap - 4;
  const y = top + lines.length * lineHeight + 4;
  progress.texts.push(...stack(lines, { x: (start + end) / 2, top, isOnLines: true }));
  progress.arrows.push({ from: start, to: end, y, isDashed, head, isTwoWay });
  reach(progress, Math.min(start, end), Math.max(start, end));
  const half = widest(lines) / 2;
  reach(progress, (start + end) / 2 - half, (start + end) / 2 + half);
  progress.y = progress.lastLine = y;
  progress.y += 6;
}

/** Places a message to oneself: a loop to the right with its label next to it. */
function placeLoop(
  { from, isDashed, head, isTwoWay }: Message,
  lines: readonly string[],
  progress: Progress,
): void {
  const x = edgeOf(from, 1, 0, progress);
  const back = 22;
  const height = Math.max(back, lines.length * lineHeight);
  const top = progress.y + gap;
  const y = top + (height - back) / 2;
  const right = x + loopWidth;
  progress.arrows.push({ from: x, to: right, y, back, isDashed, head, isTwoWay });
  progress.texts.push(
    ...stack(lines, {
      x: right + 8,
      top: top + (height - lines.length * lineHeight) / 2,
      anchor: 'start',
      isOnLines: true,
    }),
  );
  reach(progress, x, right + 8 + widest(lines));
  progress.lastLine = y + back;
  progress.y = top + height + 4;
}

function placeNote({ side, of, label }: Note, progress: Progress): void {
  const lines = wrapLabel(label);
  const ends = of.map((id) => xOf(id, progress));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const width = Math.max(noteWidth(label), first === last ? 0 : last - first + 2 * framePadding);
  const beside = framePadding + barHalf;
  const lefts = { left: first - beside - width, right: first + beside, over: (first + last - width) / 2 };
  const box = { x: lefts[side], y: progress.y + gap, width, height: lines.length * lineHeight + 10 };
  progress.notes.push(box);
  progress.texts.push(...stack(lines, { x: box.x + width / 2, top: box.y + 5 }));
  reach(progress, box.x, box.x + width);
  progress.lastLine = progress.y = box.y + box.height;
  progress.y += 4;
}

function placeEdge(edge: BlockEdge, progress: Progress): void {
  if (edge.type === 'close') {
    closeFrame(progress);
    return;
  }
  const top = progress.y + gap;
  if (edge.type === 'open')
    progress.open.push({ top, left: Infinity, right: -Infinity, dividers: [], heads: [] });
  else progress.open.at(-1)?.dividers.push(top);
  const condition = edge.label.length === 0 ? '' : `[${edge.label.join(' ')}]`;
  const word = edge.kind === 'rect' || edge.type === 'next' ? '' : edge.kind;
  const lines = wrapLabel([`${word} ${condition}`.trim()], true).filter((line) => line !== '');
  progress.open.at(-1)?.heads.push({ lines, top: top + 3 });
  progress.y = progress.lastLine = top + (lines.length === 0 ? 0 : 3 + lines.length * lineHeight);
}

/** Closes the innermost block, now that the horizontal extent of its content is known. */
function closeFrame(progress: Progress): void {
  const frame = progress.open.pop();
  if (frame === undefined) return;
  const columns = progress.order.map(({ x }) => x);
  const isEmpty = frame.left === Infinity;
  const left = (isEmpty ? Math.min(...columns) : frame.left) - framePadding;
  const heads = frame.heads.flatMap(({ lines }) => lines);
  const right = Math.max(
    (isEmpty ? Math.max(...columns) : frame.right) + framePadding,
    left + widest(heads, true) + 2 * boxPadding,
  );
  for (const { lines, top } of frame.heads)
    progress.texts.push(
      ...stack(lines, { x: left + 8, top, anchor: 'start', isStrong: true, isOnLines: true }),
    );
  const bottom = progress.y + gap;
  progress.frames.push({
    box: { x: left, y: frame.top, width: right - left, height: bottom - frame.top },
    dividers: frame.dividers,
  });
  progress.y = progress.lastLine = bottom;
  reach(progress, left, right);
}

function endBar(id: string, end: number, { busy, bars, columns }: Progress): void {
  const starts = busy.get(id) ?? [];
  const start = starts.pop() ?? end;
  const x = (columns.get(id)?.x ?? 0) + barHalf * (starts.length - 1);
  bars.push({ x, y: start, width: 2 * barHalf, height: Math.max(8, end - start) });
}

function xOf(id: string, { columns }: Progress): number {
  return columns.get(id)?.x ?? 0;
}

/** Returns the x coordinate where a line meets a lifeline or its activation bars. `more` is the number of bars that start there. */
function edgeOf(id: string, side: number, more: number, progress: Progress): number {
  const depth = (progress.busy.get(id)?.length ?? 0) + more;
  if (depth === 0) return xOf(id, progress);
  return xOf(id, progress) + (side > 0 ? barHalf * depth : -barHalf);
}

/** Extends the drawing and the innermost open block to a horizontal range. */
function reach(progress: Progress, left: number, right: number): void {
  progress.left = Math.min(progress.left, left);
  progress.right = Math.max(progress.right, right);
  const frame = progress.open.at(-1);
  if (frame === undefined) return;
  frame.left = Math.min(frame.left, left);
  frame.right = Math.max(frame.right, right);
}

/** Translates the layout to the margin and adds the names of participants. */
function moveToOrigin(
  progress: Progress,
  { headHeight, bottom }: { headHeight: number; bottom: number },
): SequenceLayout {
  const dx = margin - Math.floor(progress.left);
  const moved = <T extends { x: number }>(each: T): T => ({ ...each, x: each.x + dx });
  const down = <T extends { y: number }>(each: T): T => ({ ...each, y: each.y + margin });
  const columns = progress.order.map((column) => {
    const height = nameHeight(column);
    const box = { x: column.x - column.width / 2, y: headHeight - height, width: column.width, height };
    return { ...moved(column), box: down(moved(box)) };
  });
  const names = columns.flatMap(({ lines, x, box, participant }) =>
    stack(lines, { x, top: box.y + (participant.isActor ? 32 : 8), isStrong: true }),
  );
  return {
    width: progress.right + dx + margin,
    height: bottom + 2 * margin,
    columns,
    lifeline: { top: headHeight + margin, bottom: bottom + margin },
    arrows: progress.arrows.map((arrow) => ({ ...down(arrow), from: arrow.from + dx, to: arrow.to + dx })),
    bars: progress.bars.map((bar) => down(moved(bar))),
    notes: progress.notes.map((note) => down(moved(note))),
    frames: progress.frames.map(({ box, dividers }) => ({
      box: down(moved(box)),
      dividers: dividers.map((y) => y + margin),
    })),
    texts: [...names, ...progress.texts.map((text) => down(moved(text)))],
  };
}
