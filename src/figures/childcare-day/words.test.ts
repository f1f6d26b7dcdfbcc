import { describe, expect, test } from 'vitest';
import {
  danishHours,
  formatTime,
  koreanDay,
  legalRatio,
  toldHours,
  usualWeek,
  workingWeek,
} from './model/index.ts';
import { loadWords } from './words.ts';

describe.each(['ko', 'en'])('The strings in %s', (locale) => {
  test('name the same times as the model', async () => {
    const { danish, korean, describe: sentences } = await loadWords(locale);
    for (const { care, to } of koreanDay) {
      expect(korean[care].detail).toContain(formatTime(to));
      expect(sentences.korean[care]).toContain(formatTime(to));
    }
    expect(danish.before.detail).toContain(formatTime(danishHours.weekday.opens));
  });

  test('contain the other numbers of the model', async () => {
    const { notes, describe: sentences } = await loadWords(locale);
    const ratio = sentences.ratio('50', '4.1');
    for (const number of [legalRatio, workingWeek]) expect(ratio).toMatch(new RegExp(`\\b${number}\\D`));
    const text = notes.paragraphs.join(' ');
    for (const number of [usualWeek, workingWeek, toldHours.few.from / 60])
      expect(text).toContain(String(number));
  });
});
