import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { createScale } from '../stage/scale.ts';
import { loadStageWords } from '../stage/words.ts';
import { createChildcareFee } from './figure.ts';
import en from './words/en.ts';

const figure = createChildcareFee(en, await loadStageWords('en'), createScale);

describe('The figure', () => {
  test('has exactly the settings that texts use', () => {
    expect(figure.settings).toEqual({
      preset: {
        kind: 'choice',
        options: ['free', 'first-fee', 'account', 'half-million', 'single', 'skive'],
      },
      income: { kind: 'number', min: 150_000, max: 750_000 },
      children: { kind: 'number', min: 1, max: 4 },
      nursery: { kind: 'number', min: 1, max: 2 },
      parents: { kind: 'choice', options: ['one', 'two'] },
      municipality: {
        kind: 'choice',
        options: ['kalundborg', 'odense', 'median', 'aalborg', 'aarhus', 'copenhagen', 'skive'],
      },
      year: { kind: 'choice', options: ['2025', '2026'] },
    });
  });

  test('has a table with both sides of each limit, and the income that the text names', () => {
    const text = figure
      .draw('income=427300')
      .others.map((each) => toString(each))
      .join('\n');
    for (const row of [
      '208,1000%0',
      '208,1015%200',
      '427,30052%2,078',
      '646,49999%3,956',
      '646,500100%3,996',
    ])
      expect(text).toContain(row);
  });

  test('explains the rule with its numbers, among them the change of income that counts', () => {
    const [rule] = figure.draw('').others.map((each) => toString(each));
    for (const text of ['208,101', '4,615', '646,500', '7,000', '72,822', '23,075', '3,212', '12,848'])
      expect(rule).toContain(text);
  });
});
