import { describe, expect, test } from 'vitest';
import { inSeconds } from './describe.ts';
import { layPieces, presetNames, readAt, releases, startFrom, top } from './model/index.ts';
import { loadWords } from './words.ts';

describe.each(['ko', 'en'])('In %s', (locale) => {
  test('each release is told apart by its versions and by what it does', async () => {
    const { controls } = await loadWords(locale);
    const versions = releases.map(({ from, to }) => controls.versions(from, to));
    expect(new Set(versions).size).toBe(releases.length);
    expect(controls.versions('4.0.4', '4.0.4')).toBe('4.0.4');
    const rules = releases.map((release) => controls.rules(release, String(release.pause / 100)));
    expect(new Set(rules).size).toBe(releases.length);
  });

  test('what is told of a release is what it does', async () => {
    const { controls } = await loadWords(locale);
    const pieces = layPieces([{ length: 6000, level: 100 }]);
    for (const release of releases) {
      const state = { ...startFrom('steady'), pieces, release: release.from };
      const told = controls.rules(release, inSeconds(release.pause));
      expect(told).toContain(inSeconds(readAt(state).firstFrame.interval));
      const busier = { used: 110, seconds: 1, threads: 1, cpus: 4, mode: 'irix' } as const;
      const isCapped = top(busier, release).cpu === '100.0';
      const quiet = controls.rules({ ...release, capsByThreads: true }, inSeconds(release.pause));
      expect(told === quiet).toBe(isCapped);
      // Whole seconds are told of just where a young process has no figure yet.
      const isBlind = readAt({ ...state, moment: 50 }).ps.cpu === '0.0';
      expect(isBlind).toBe(release.age === 'seconds' || release.age === 'seconds-apart');
      expect(/초에서|whole seconds/.test(told)).toBe(isBlind);
    }
  });

  test('each life has a name of its own, and a sentence', async () => {
    const { lives, controls } = await loadWords(locale);
    const sentences = presetNames.map((name) => lives[name](4));
    expect(new Set([...sentences, lives.drawn]).size).toBe(presetNames.length + 1);
    expect(new Set(presetNames.map((name) => controls.presets[name])).size).toBe(presetNames.length);
  });

  test('what holds a figure down is said', async () => {
    const { output } = await loadWords(locale);
    expect(output.top('3', undefined, true)).not.toBe(output.top('3', undefined, false));
    expect(output.top('3', 4, true)).not.toBe(output.top('3', undefined, true));
    expect(output.c(true)).not.toBe(output.c(false));
  });
});
