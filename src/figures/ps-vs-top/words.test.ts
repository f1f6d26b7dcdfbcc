import { describe, expect, test } from 'vitest';
import { formatSeconds } from './describe.ts';
import {
  createPieces,
  presetNames,
  computeReading,
  releases,
  createState,
  computeTop,
} from './model/index.ts';
import { loadWords } from './words.ts';

describe.each(['ko', 'en'])('The strings in %s', (locale) => {
  test('have a different range of versions and different rules for each release', async () => {
    const { controls } = await loadWords(locale);
    const versions = releases.map(({ from, to }) => controls.versions(from, to));
    expect(new Set(versions).size).toBe(releases.length);
    expect(controls.versions('4.0.4', '4.0.4')).toBe('4.0.4');
    const rules = releases.map((release) => controls.rules(release, String(release.pause / 100)));
    expect(new Set(rules).size).toBe(releases.length);
  });

  test('explain the rules that the model applies for each release', async () => {
    const { controls } = await loadWords(locale);
    const pieces = createPieces([{ length: 6000, level: 100 }]);
    for (const release of releases) {
      const state = { ...createState('steady'), pieces, release: release.from };
      const text = controls.rules(release, formatSeconds(release.pause));
      expect(text).toContain(formatSeconds(computeReading(state).firstFrame.interval));
      const overloaded = { used: 110, seconds: 1, threads: 1, cpus: 4, mode: 'irix' } as const;
      const isCapped = computeTop(overloaded, release).cpu === '100.0';
      const capped = controls.rules({ ...release, capsByThreads: true }, formatSeconds(release.pause));
      expect(text === capped).toBe(isCapped);
      // Rules mention whole seconds only if `ps` prints 0.0 for a process younger than one.
      const printsZero = computeReading({ ...state, moment: 50 }).ps.cpu === '0.0';
      expect(printsZero).toBe(release.age === 'seconds' || release.age === 'seconds-apart');
      expect(/초 단위로|whole seconds/.test(text)).toBe(printsZero);
    }
  });

  test('have a different name and sentence for each preset', async () => {
    const { loads, controls } = await loadWords(locale);
    const sentences = presetNames.map((name) => loads[name](4));
    expect(new Set(sentences).size).toBe(presetNames.length);
    expect(new Set(presetNames.map((name) => controls.presets[name])).size).toBe(presetNames.length);
  });

  test('mention caps that apply', async () => {
    const { output } = await loadWords(locale);
    expect(output.top('3', undefined, true)).not.toBe(output.top('3', undefined, false));
    expect(output.top('3', 4, true)).not.toBe(output.top('3', undefined, true));
    expect(output.c(true)).not.toBe(output.c(false));
  });
});
