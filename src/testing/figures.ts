import { el } from '../figures/stage/element.ts';
import type { Figures, StillFigure } from '../figures/stage/figure.ts';

/** Figures to test with, which show no more than the state they are in: those of the site may be drawn otherwise tomorrow. */
export const testFigures: Figures = {
  clock: {
    settings: {
      preset: { kind: 'choice', options: ['slow', 'fast'] },
      every: { kind: 'number', min: 0.5, max: 10 },
      beats: { kind: 'text', example: '1x2,3x4', isValid: (text) => /^\d+x\d+(?:,\d+x\d+)*$/.test(text) },
    },
    draw: (pairs) => draw('A clock', pairs),
  },
  bell: { settings: {}, draw: (pairs) => draw('A bell', pairs) },
};

function draw(title: string, pairs: string): StillFigure {
  const picture = el('svg', { role: 'img', 'aria-label': title, width: '100%', height: 24 });
  const line = el('path', { d: 'M0 0L1 1', 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' });
  const table = el('table', {}, el('tbody', {}, el('tr', {}, el('td', {}, 1))));
  return {
    title,
    picture: { ...picture, children: [line] },
    description: `Set to ${pairs}`,
    others: [el('pre', { class: 'prints' }, el('code', {}, 'top')), el('details', {}, table)],
  };
}
