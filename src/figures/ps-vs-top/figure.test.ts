import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { createScale } from '../stage/scale.ts';
import type { Setting } from '../stage/figure.ts';
import { loadStageWords } from '../stage/words.ts';
import { createPsVsTop } from './figure.ts';
import en from './words/en.ts';

const figure = createPsVsTop(en, await loadStageWords('en'), createScale);

describe('The figure', () => {
  test.each([
    ['preset', 'nap'],
    ['load', '100x20,50'],
    ['at', '61'],
    ['every', '0.2'],
    ['threads', '5'],
    ['cpus', '0'],
    ['mode', 'beos'],
    ['procps', '5.0.0'],
  ])('does not allow %s=%s', (key, text) => {
    expect(figure.settings).toHaveProperty(key);
    expect(allows(figure.settings[key], text)).toBe(false);
  });

  test('has a table with a row every five seconds', () => {
    const { others } = figure.draw('preset=burst-then-idle');
    const rows = others.map((each) => toString(each)).join('\n');
    expect(rows).toContain('1060060.0600.0');
    expect(rows).toContain('6060010.0100.0');
  });
});

function allows(setting: Setting | undefined, text: string): boolean {
  switch (setting?.kind) {
    case 'choice':
      return setting.options.includes(text);
    case 'number':
      return Number(text) >= setting.min && Number(text) <= setting.max;
    case 'text':
      return setting.isValid(text);
    case undefined:
      return false;
  }
}
