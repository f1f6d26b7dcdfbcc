import { scaleLinear } from 'd3-scale';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { frameFigure } from '../stage/figure.ts';
import { loadStageWords } from '../stage/words.ts';
import { createSilentVoicemail } from './figure.ts';
import { presetNames, settingNames } from './model/index.ts';
import { loadWords } from './words.ts';

const figures = {
  ko: createSilentVoicemail(await loadWords('ko'), await loadStageWords('ko'), (domain, range) =>
    scaleLinear(domain, range),
  ),
  en: createSilentVoicemail(await loadWords('en'), await loadStageWords('en'), (domain, range) =>
    scaleLinear(domain, range),
  ),
};

describe.each(['ko', 'en'] as const)('The figure in a page, in %s', (locale) => {
  const figure = figures[locale];

  test('has the model’s settings and the presets', () => {
    expect(Object.keys(figure.settings)).toEqual(['preset', ...settingNames]);
    expect(figure.settings.packets).toEqual({ kind: 'number', min: 0, max: 250 });
  });

  test.each(presetNames)('weighs less than 4.5 KB compressed: %s', (preset) => {
    const placement = { name: 'silent-voicemail', id: 'call', pairs: `preset=${preset}` };
    const html = toHtml(frameFigure(placement, figure.draw(placement.pairs)));
    expect(brotliCompressSync(html).byteLength).toBeLessThan(4500);
  });

  test('makes its point without JavaScript, and has no inert controls', () => {
    const { picture, description, others } = figure.draw('preset=blocked');
    expect(picture.properties).toMatchObject({ role: 'img', width: '100%' });
    expect(description).toMatch(/44/);
    expect(others.map((each) => toString(each)).join(' ')).toContain('44');
    expect(others.map((each) => toHtml(each)).join('')).not.toMatch(/<(?:button|input|select)|style=|\sid=/);
  });

  test('explains the longer beep behind NAT, and only there', () => {
    const hasNote = (pairs: string): boolean =>
      figure.draw(pairs).others.some((each) => /4(?:초|\u{a0}s)/u.test(toString(each)));
    expect(hasNote('preset=nat')).toBe(true);
    expect(hasNote('preset=blocked')).toBe(false);
  });

  test('shows the moment that the directive asks for', () => {
    expect(figure.draw('preset=blocked&at=56').description).not.toBe(
      figure.draw('preset=blocked').description,
    );
  });
});
