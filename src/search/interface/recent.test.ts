import { describe, expect, test } from 'vitest';
import { maxRecent, openRecent, parseRecent, withoutRecent, withRecent } from './recent.ts';

describe('Recent queries', () => {
  test('start with the newest, each once', () => {
    expect(withRecent(['top', 'ps'], 'ps')).toEqual(['ps', 'top']);
    expect(withRecent(['top'], '  덴마크   어린이집 ')).toEqual(['덴마크 어린이집', 'top']);
  });

  test('NFD로 적힌 한글도 같은 말로 본다', () => {
    expect(withRecent(['덴마크'], '덴마크'.normalize('NFD'))).toEqual(['덴마크']);
  });

  test('are at most eight', () => {
    const list = Array.from({ length: 20 }, (_, nth) => `query ${nth}`);
    expect(list.reduce<string[]>(withRecent, [])).toEqual(list.slice(-maxRecent).reverse());
    expect(maxRecent).toBe(8);
  });

  test('include none that is empty or very long', () => {
    expect(withRecent(['top'], '   ')).toEqual(['top']);
    expect(withRecent(['top'], 'a'.repeat(10_000))).toEqual(['top']);
  });

  test('can be removed one by one', () => {
    expect(withoutRecent(['top', 'ps'], 'top')).toEqual(['ps']);
  });

  test.each([null, '', 'nonsense', '{}', '"top"', '[1, null, {}, ""]'])(
    'are empty if the stored value is %j',
    (stored) => {
      expect(parseRecent(stored)).toEqual([]);
    },
  );

  test('last as long as the page if storage is blocked', () => {
    // There is no `localStorage` in this environment.
    const recent = openRecent();
    recent.add('top');
    recent.add('ps');
    recent.forget('top');
    expect(recent.list()).toEqual(['ps']);
    recent.forget();
    expect(recent.list()).toEqual([]);
  });
});
