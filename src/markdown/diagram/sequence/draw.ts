import { arrowTip, at, polyline, rectangle, round, type Drawing, type Point } from '../drawing.ts';
import type { Arrow, SequenceLayout } from './layout.ts';

/** Draws a sequence diagram that has been laid out. */
export function drawSequence({
  width,
  height,
  columns,
  lifeline,
  arrows,
  bars,
  notes,
  frames,
  texts,
}: SequenceLayout): Drawing {
  const boxes = columns.filter(({ participant }) => !participant.isActor);
  const actors = columns.filter(({ participant }) => participant.isActor);
  return {
    x: 0,
    y: 0,
    width,
    height,
    texts,
    paths: {
      frame: frames.map(({ box }) => rectangle(box, 4)),
      life: [
        ...columns.map(({ x }) => `M${at(x, lifeline.top)}V${round(lifeline.bottom)}`),
        ...frames.flatMap(({ box, dividers }) => dividers.map((y) => `M${at(box.x, y)}h${round(box.width)}`)),
      ],
      box: boxes.map(({ box }) => rectangle(box, 4)),
      note: notes.map((note) => rectangle(note)),
      bar: bars.map((bar) => rectangle(bar)),
      line: [
        ...actors.map(({ x, box }) => drawPerson(x, box.y + 2)),
        ...arrows.filter(({ isDashed }) => !isDashed).map(drawLine),
        ...arrows.flatMap(drawOpenEnds),
      ],
      dash: arrows.filter(({ isDashed }) => isDashed).map(drawLine),
      tip: arrows.flatMap(drawTips),
    },
  };
}

function drawLine(arrow: Arrow): string {
  return polyline(pointsOf(arrow));
}

function pointsOf({ from, to, y, back, head }: Arrow): Point[] {
  if (back === undefined)
    return [
      { x: from, y },
      { x: to, y },
    ];
  return [
    { x: from, y },
    { x: to, y },
    { x: to, y: y + back },
    // A lost message to oneself ends halfway back.
    { x: head === 'lost' ? (from + to) / 2 : from, y: y + back },
  ];
}

function drawTips(arrow: Arrow): string[] {
  if (arrow.head !== 'filled') return [];
  const points = pointsOf(arrow);
  return [endTip(points, 'filled'), ...(arrow.isTwoWay ? [endTip(points.toReversed(), 'filled')] : [])];
}

/** Draws ends that are not filled: an open arrow, or the cross of a lost message. */
function drawOpenEnds(arrow: Arrow): string[] {
  const points = pointsOf(arrow);
  if (arrow.head === 'open') return [endTip(points, 'open')];
  const end = points.at(-1);
  return arrow.head === 'lost' && end !== undefined ? [drawCross(end)] : [];
}

function endTip(points: readonly Point[], form: 'filled' | 'open'): string {
  const [before, end] = points.slice(-2);
  return before === undefined || end === undefined ? '' : arrowTip(before, end, form);
}

function drawCross({ x, y }: Point): string {
  return `M${at(x - 5, y - 5)}l10 10m0-10l-10 10`;
}

/** Draws a stick figure. */
function drawPerson(x: number, y: number): string {
  return `M${at(x - 5, y + 5)}a5 5 0 1 1 10 0a5 5 0 1 1-10 0M${at(x, y + 10)}v9m-8-5h16M${at(x - 7, y + 28)}l7-9l7 9`;
}
