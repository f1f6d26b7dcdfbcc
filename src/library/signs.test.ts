import { describe, expect, test } from 'vitest';
import { drawSign } from '../signs/index.ts';
import { entry, translation } from '../testing/builders.ts';
import { drawSigns } from './signs.ts';

/** Creates a source text with this slug and date that places these figures. */
function text(slug: string, date: string, ...names: string[]) {
  const of = entry({ slug, date, title: slug });
  const figures = names.map((name, block) => ({ name, block, line: 1, column: 1 }));
  return { id: slug, file: { kind: of.kind, slug, entry: of }, survey: { figures } };
}

const psVsTop = drawSign({ title: '', topics: [], figures: ['ps-vs-top'] });

describe('The signs of articles', () => {
  test('are those of their figures, or patterns', () => {
    const signs = drawSigns([text('a', '2026-01-01', 'ps-vs-top'), text('b', '2026-01-01')]);
    expect(signs.get('a')).toBe(psVsTop);
    expect(signs.get('b')).toBe(drawSign({ title: 'b', topics: [], figures: [] }));
  });

  test('never repeat a figure: the oldest article that places it has its sign, in any order of the texts', () => {
    const texts = [
      text('a-guide', '2026-02-01', 'ps-vs-top', 'silent-voicemail'),
      text('ps', '2026-01-01', 'ps-vs-top'),
      text('voicemail', '2026-02-01', 'silent-voicemail'),
    ];
    const signs = drawSigns(texts);
    expect(signs.get('ps')).toBe(psVsTop);
    expect(new Set(signs.values()).size).toBe(3);
    expect(new Map(drawSigns(texts.toReversed()))).toEqual(signs);
  });

  test('are drawn for sources only', () => {
    const of = translation();
    const english = { id: 'en', file: { kind: of.kind, slug: of.slug, entry: of }, survey: { figures: [] } };
    expect([...drawSigns([english]).keys()]).toEqual([]);
  });
});
