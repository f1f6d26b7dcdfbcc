import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { placeAt } from '../stage/position.ts';
import type { Scale } from '../stage/scale.ts';
import { area, drawBlock, drawHatch } from './draw-blocks.ts';
import { drawAdults } from './draw-people.ts';
import { danishCareAt, danishHours, formatTime, minutesLate, toldHours, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws the usual opening hours, over them hatched what the parent tells, and by how much the pick-up is late. */
export function drawDanishBlocks({ day, pickup }: State, y: Scale): Content[] {
  const { opens, earliest, latest } = danishHours[day];
  const { left, right } = area.denmark;
  const fewStart = y(toldHours.few.from);
  const current = partAt({ day, pickup });
  const parts = [
    { name: 'many', from: y(opens) + titleHeight, to: fewStart },
    { name: 'few', from: fewStart, to: y(earliest) },
  ];
  return [
    drawBlock('known', { left, right, from: y(opens), to: y(earliest) }),
    latest > earliest && drawBlock('known weak', { left, right, from: y(earliest), to: y(latest) }),
    parts.map(({ name, from, to }) => [
      name === current && drawBlock('on', { left, right, from, to }),
      drawHatch('hatch', { left, right, from, to }),
    ]),
    el('line', { class: 'axis', x1: `${left}%`, x2: `${right}%`, y1: fewStart, y2: fewStart }),
    minutesLate(day, pickup).least > 0 && drawBlock('late', { left, right, from: y(latest), to: y(pickup) }),
  ];
}

/** Draws the texts and the marks for adults, above the line of the pick-up. */
export function drawDanishLabels(state: State, { column }: ChildcareDayWords, y: Scale): Content[] {
  const { opens, earliest } = danishHours[state.day];
  const { activities } = toldHours;
  const fewStart = y(toldHours.few.from);
  const current = partAt(state);
  const [many, few] = [haloOf('many', current), haloOf('few', current)];
  return [
    write(y(opens) + 14, column.open(formatTime(opens), formatTime(earliest)), 'strong'),
    drawGroup(y(opens) + titleHeight + 13),
    write(y(opens) + titleHeight + 36, column.groups, many),
    drawActivities(y),
    write(y(activities.from) + 14, column.activities, many),
    write(
      y(activities.from) + 30,
      column.activityHours(activities.from / 60, activities.to / 60, activities.latest / 60),
      `soft ${many}`,
    ),
    drawFew(fewStart + 9, el('text', { class: `start ${few}`, x: 29, y: 4 }, column.few)),
    // The parent does not mention Fridays.
    state.day === 'weekday' && write(fewStart + 27, column.finish, few),
    column.later.map((text, nth) => write(y(18 * 60) + 20 + 16 * nth, text, 'soft halo')),
  ];
}

/** Height of the first row of the block, which is not hatched: it states the usual hours. */
const titleHeight = 20;

/** Returns which hatched part contains the pick-up: the one with `many` adults or the one with `few`. */
function partAt({ day, pickup }: Pick<State, 'day' | 'pickup'>): 'many' | 'few' | undefined {
  const care = danishCareAt(day, pickup);
  if (care === 'staffed' || care === 'activities') return 'many';
  return care === 'few' ? 'few' : undefined;
}

/** Returns the style of texts in a part: their halo has the color behind them. */
function haloOf(part: 'many' | 'few', current: 'many' | 'few' | undefined): string {
  return part === current ? 'halo on' : 'halo';
}

const textX = '2.5%';

function write(y: number, text: string, style: string): Element {
  return el('text', { class: `start ${style}`, x: textX, y }, text);
}

/** Draws a mark for each person of a group: filled for the two teachers, outlined for about two helpers and three volunteers. */
function drawGroup(y: number): Element {
  return placeAt(textX, y, drawAdults('here', [5, 17]), drawAdults('perhaps', [33, 45, 61, 73, 85]));
}

/** Draws one or two teachers: the second one is not always there. */
function drawFew(y: number, text: Element): Element {
  return placeAt(textX, y, drawAdults('here', [5]), drawAdults('perhaps', [17]), text);
}

/** Marks the hours of songs and walks at the edge of the column. Their end is vague. */
function drawActivities(y: Scale): Element[] {
  const { from, to, latest } = toldHours.activities;
  return [
    el('line', { class: 'told', x1: '1%', x2: '1%', y1: y(from), y2: y(to) }),
    el('line', { class: 'told weak', x1: '1%', x2: '1%', y1: y(to), y2: y(latest) }),
  ];
}
