import { el, type Content } from '../stage/element.ts';
import type { Scale } from '../stage/scale.ts';
import { area, drawBlock } from './draw-blocks.ts';
import { formatTime, koreanDay, koreanRatios, periodAt, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

const openPeriods = koreanDay.filter(({ care }) => care !== 'before');

/** Draws the kinds of care as blocks, and marks the one at the time of the pick-up. */
export function drawKoreanBlocks({ pickup }: State, y: Scale): Content[] {
  const { left, right } = area.korea;
  const current = periodAt(koreanDay, pickup);
  return openPeriods.map((period) =>
    drawBlock(`known weak${period === current ? ' on' : ''}`, {
      left,
      right,
      from: y(period.from),
      to: y(period.to),
    }),
  );
}

/** Draws the names and hours, and the legal number of children per adult. How many adults are there is not known. */
export function drawKoreanLabels(
  { pickup }: State,
  { korean, column }: ChildcareDayWords,
  y: Scale,
): Content[] {
  const current = periodAt(koreanDay, pickup);
  return openPeriods.flatMap((period) => {
    const { from, to, care } = period;
    const lines = [
      { text: korean[care].value, style: 'strong', at: y(from) + 16 },
      { text: column.hours(formatTime(from), formatTime(to)), style: 'soft', at: y(from) + 32 },
      ...(care === 'basic' ? column.ratios(koreanRatios) : []).map((text, nth) => ({
        text,
        style: '',
        at: y(from) + 70 + 16 * nth,
      })),
    ];
    return lines.map(({ text, style, at }) =>
      el(
        'text',
        {
          class: `start ${style}${period === current ? ' halo on' : ''}`,
          x: `${area.korea.left + 2.5}%`,
          y: at,
        },
        text,
      ),
    );
  });
}
