import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { createScale } from '../stage/scale.ts';
import { loadStageWords } from '../stage/words.ts';
import { createChildcareDay } from './figure.ts';
import en from './words/en.ts';

const figure = createChildcareDay(en, await loadStageWords('en'), createScale);
const { day, pickup, open } = figure.settings;

describe('The figure', () => {
  test('has the settings that texts use', () => {
    expect(Object.keys(figure.settings)).toEqual(['day', 'pickup', 'open']);
    expect(day).toEqual({ kind: 'choice', options: ['weekday', 'friday'] });
    expect(open).toEqual({ kind: 'number', min: 48, max: 55 });
  });

  test('allows every time of the shown day and no other', () => {
    if (pickup?.kind !== 'text') throw new Error('The setting `pickup` is not a text');
    for (const time of ['06:00', '6:00', '16:30', '24:00', pickup.example])
      expect(pickup.isValid(time), time).toBe(true);
    for (const time of ['5:59', '24:01', '16', '16:3', '16:60', 'noon', ''])
      expect(pickup.isValid(time), time).toBe(false);
  });

  test('has a table with a row wherever one of the days changes', () => {
    const text = (pairs: string): string =>
      toString(figure.draw(pairs).others.at(-1) ?? { type: 'root', children: [] });
    for (const row of [
      '6:00–6:30Not open yetNot open yet',
      '7:30–10:00OpenBasic care',
      '10:00–14:00Songs, walksBasic care',
      '16:00–17:001–2 teachersExtended class',
      '17:00–19:30ClosedExtended class',
      '19:30–24:00ClosedNight care',
    ])
      expect(text('')).toContain(row);
    expect(text('day=friday')).toContain('16:00–16:30Some are closedExtended class');
  });

  test('says who is the source of what, that the Korean one is weak, and that the account has no Fridays', () => {
    const notes = toString(figure.draw('').others[0] ?? { type: 'root', children: [] });
    for (const text of [
      'The parent tells',
      'about three volunteers',
      'one report',
      '51.5',
      'Fridays are not mentioned',
    ])
      expect(notes).toContain(text);
  });
});
