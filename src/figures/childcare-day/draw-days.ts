import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import type { CreateScale, Scale } from '../stage/scale.ts';
import { readOut, formatRatio } from './describe.ts';
import {
  activitiesEnd,
  childrenPerAdult,
  danishHours,
  formatTime,
  koreanDay,
  koreanRatios,
  legalRatio,
  shownDay,
  type State,
} from './model/index.ts';
import type { ChildcareDayWords, Readout } from './words.ts';

/** Areas of the picture: x in percent of its width, y in pixels. */
export const area = {
  denmark: { left: 0, right: 43 },
  axis: { left: 43, right: 57 },
  korea: { left: 57, right: 100 },
  top: 70,
  bottom: 394,
  legend: 418,
  strip: 446,
  height: 500,
} as const;

/** Draws the two days in aligned rows, a line at the time of the pick-up, and the children per adult in law and on the floor. */
export function drawDays(state: State, words: ChildcareDayWords, createScale: CreateScale): Element {
  const y = createScale([shownDay.from, shownDay.to], [area.top, area.bottom]);
  const { denmark, korea } = readOut(state, words);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.label, width: '100%', height: area.height },
    drawHead(area.denmark, words.denmark, denmark),
    drawHead(area.korea, words.korea, korea),
    drawAxis(y),
    drawDenmark(state, words, y),
    drawKorea(words, y),
    drawLegend(words),
    drawStrip(state, words),
    drawPickup(state, y),
  );
}

function drawHead({ left }: { left: number }, country: string, { value, detail }: Readout): Element[] {
  const at = `${left}%`;
  return [
    el('text', { class: 'start soft', x: at, y: 12 }, country),
    el('text', { class: 'start strong large', x: at, y: 35 }, value),
    el('text', { class: 'start', x: at, y: 55 }, detail),
  ];
}

/** Draws the hours between the columns, and a line through both at each third. */
function drawAxis(y: Scale): Content[] {
  return [6, 9, 12, 15, 18, 21, 24].flatMap((hour) => [
    el('line', { class: 'grid', x1: '0', x2: '100%', y1: y(hour * 60), y2: y(hour * 60) }),
    el('text', { class: 'soft halo', x: '50%', y: y(hour * 60) + 5 }, hour),
  ]);
}

/** Draws the usual hours as a solid bar, and what the parent tells as hatched blocks. */
function drawDenmark({ day }: State, { column }: ChildcareDayWords, y: Scale): Content[] {
  const { opens, earliest, latest } = danishHours[day];
  const text = (minute: number, line: number, content: string, style = ''): Element =>
    el('text', { class: `start halo ${style}`.trim(), x: '2%', y: y(minute) + 15 * line + 1 }, content);
  return [
    drawHatch(y(opens), y(900)),
    drawHatch(y(900), y(earliest)),
    drawBlock({ left: 40, right: 43, from: y(opens), to: y(earliest) }, 'known'),
    latest > earliest && drawBlock({ left: 40, right: 43, from: y(earliest), to: y(latest) }, 'known weak'),
    text(opens, 1, column.open(formatTime(opens), formatTime(earliest)), 'strong'),
    drawGroup(y(opens) + 30),
    text(opens, 3.5, column.notAtOnce, 'soft'),
    text(600, 1, column.activities),
    el('line', { class: 'event-span', x1: '1%', x2: '1%', y1: y(600), y2: y(activitiesEnd.earliest) }),
    text(900, 1, column.few),
    text(Math.max(latest, 1020), 2, column.later[0], 'soft'),
    text(Math.max(latest, 1020), 3, column.later[1], 'soft'),
  ];
}

function drawKorea({ korean, column }: ChildcareDayWords, y: Scale): Content[] {
  const { left, right } = area.korea;
  return koreanDay
    .filter(({ care }) => care !== 'before')
    .flatMap(({ from, to, care }) => [
      drawBlock({ left, right, from: y(from), to: y(to) }, 'known weak'),
      el('text', { class: 'start strong', x: '59%', y: y(from) + 16 }, korean[care].value),
      el('text', { class: 'start soft', x: '59%', y: y(from) + 32 }, `${formatTime(from)}–${formatTime(to)}`),
      care === 'basic' && [
        el('text', { class: 'start', x: '59%', y: y(720) }, column.ratio),
        el('text', { class: 'start', x: '59%', y: y(720) + 16 }, column.ages(koreanRatios)),
      ],
    ]);
}

/** Draws a mark for each person of a group: filled for teachers, outlined for the others. */
function drawGroup(y: number): Element {
  const person = 'M-3.5 6V3a3.5 3.5 0 0 1 7 0V6ZM-2.4 -3.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0Z';
  return el(
    'svg',
    { x: '2%', y, overflow: 'visible' },
    [6, 18, 34, 46, 62, 74, 86].map((x, nth) =>
      el('g', { transform: `translate(${x} 0)` }, el('path', { class: nth < 2 ? 'person' : '', d: person })),
    ),
  );
}

function drawBlock(
  { left, right, from, to }: { left: number; right: number; from: number; to: number },
  style: string,
): Element {
  return el('rect', { class: style, x: `${left}%`, y: from, width: `${right - left}%`, height: to - from });
}

/** Draws diagonal lines over the Danish column in a nested `svg` that stretches to its width. */
function drawHatch(from: number, to: number): Element {
  const [width, height] = [140, to - from];
  let d = '';
  for (let start = 8; start < width + height; start += 8) {
    const [x1, y1] = start <= height ? [0, start] : [start - height, height];
    const [x2, y2] = start <= width ? [start, 0] : [width, start - width];
    d += `M${x1},${y1}L${x2},${y2}`;
  }
  return el(
    'svg',
    {
      x: '0',
      y: from,
      width: '39%',
      height,
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
    },
    el('path', { class: 'hatch', 'vector-effect': 'non-scaling-stroke', d }),
    el('path', {
      class: 'told',
      'vector-effect': 'non-scaling-stroke',
      d: `M0,0H${width}V${height}H0Z`,
    }),
  );
}

function drawLegend({ legend }: ChildcareDayWords): Element[] {
  return [legend.told, legend.known, legend.weak].map((text, nth) =>
    el('text', { class: 'start soft', x: `${[0, 43, 75][nth] ?? 0}%`, y: area.legend }, text),
  );
}

/** Draws one mark per child and adult: in the law, and on the floor. */
function drawStrip({ open }: State, { strip }: ChildcareDayWords): Content[] {
  const rows = [
    { label: strip.law, children: legalRatio, value: String(legalRatio) },
    { label: strip.floor(String(open)), children: childrenPerAdult(open), value: formatRatio(open) },
  ];
  return [
    el('text', { class: 'start strong', x: '0', y: area.strip }, strip.title),
    rows.flatMap(({ label, value }, nth) => [
      el('text', { class: 'start', x: '0', y: area.strip + 22 * (nth + 1) }, label),
      el('text', { class: 'start strong large', x: '57%', y: area.strip + 22 * (nth + 1) }, value),
    ]),
  ];
}

function drawPickup({ pickup }: State, y: Scale): Content[] {
  return [
    el('line', { class: 'cursor', x1: '0', x2: '100%', y1: y(pickup), y2: y(pickup) }),
    el('text', { class: 'strong halo', x: '50%', y: y(pickup) + 5 }, formatTime(pickup)),
  ];
}
