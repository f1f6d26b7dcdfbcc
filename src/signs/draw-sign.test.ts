import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signs } from '../figures/registry/signs.ts';
import { drawSign } from './draw-sign.ts';

const facts = { title: '꼬리 지연', topics: ['linux'], figures: [] };

describe('The sign of an article', () => {
  test('is that of its first figure which has one', () => {
    const own = drawSign({ ...facts, figures: ['clock', 'ps-vs-top', 'silent-voicemail'] });
    expect(own).toBe(drawSign({ title: 'Other', topics: [], figures: ['ps-vs-top'] }));
    expect(own).not.toBe(drawSign({ ...facts, figures: ['silent-voicemail'] }));
  });

  test('is a pattern without such a figure, the same for the same title and topics', () => {
    const pattern = drawSign(facts);
    expect(drawSign({ ...facts, figures: ['clock', 'constructor'] })).toBe(pattern);
    expect(drawSign({ ...facts, title: '머리 지연' })).not.toBe(pattern);
    expect(drawSign({ ...facts, topics: ['linux', 'measurement'] })).not.toBe(pattern);
  });

  test('is hidden from screen readers and has no color of its own', () => {
    for (const figures of [[], ...[...signs.keys()].map((name) => [name])]) {
      const sign = drawSign({ ...facts, figures });
      expect(sign).toMatch(/^<svg class="sign" viewBox="0 0 120 80" aria-hidden="true"><path .*<\/svg>$/);
      expect(sign).not.toMatch(/style=|#|fill="/);
    }
  });
});

test('each cell of a pattern has exactly one pair of strands', () => {
  const areaOf = (sign: string): number =>
    [...sign.matchAll(/h([\d.]+)v([\d.]+)h-/g)].reduce(
      (sum, [, width, height]) => sum + Number(width) * Number(height),
      0,
    );
  fc.assert(
    fc.property(fc.string(), (title) => {
      // Two strands of 5 by 20 in each of 24 cells.
      expect(areaOf(drawSign({ ...facts, title }))).toBe(24 * 2 * 5 * 20);
    }),
  );
});
