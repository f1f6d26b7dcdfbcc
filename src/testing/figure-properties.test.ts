import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { anyState as anyDay } from '../figures/childcare-day/fixtures/arbitraries.ts';
import { stateToFragment as dayToFragment } from '../figures/childcare-day/model/index.ts';
import { anyState as anyFamily } from '../figures/childcare-fee/fixtures/arbitraries.ts';
import { stateToFragment as familyToFragment } from '../figures/childcare-fee/model/index.ts';
import { findFigures } from '../figures/registry/find-figures.ts';
import { anyState } from '../figures/ps-vs-top/fixtures/arbitraries.ts';
import { fragmentToState, stateToFragment } from '../figures/ps-vs-top/model/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import { describeCall } from '../figures/silent-voicemail/describe.ts';
import { drawTable } from '../figures/silent-voicemail/draw-table.ts';
import { drawLadder } from '../figures/silent-voicemail/ladder/draw-ladder.ts';
import {
  createScenario,
  defaultSettings,
  fragmentToSettings,
  links,
  points,
  settingNames,
  settingsTable,
  settingsToFragment,
  stateAt,
  type Settings,
} from '../figures/silent-voicemail/model/index.ts';
import { capturedCalls } from '../figures/silent-voicemail/captured-calls.ts';
import { loadWords } from '../figures/silent-voicemail/words.ts';
import { checkPairs } from '../markdown/index.ts';

const locales = ['ko', 'en'] as const;
const figures: Readonly<Record<string, Figures | undefined>> = {
  ko: await findFigures('ko'),
  en: await findFigures('en'),
};
const callWords = { ko: await loadWords('ko'), en: await loadWords('en') };

/** Generates any settings that a reader can choose, with more weight on values at which the outcome changes. */
const anySettings: fc.Arbitrary<Settings> = fc
  .record(
    Object.fromEntries(
      settingNames.map((name): [string, fc.Arbitrary<unknown>] => {
        const setting = settingsTable[name];
        if (setting.kind === 'choice') return [name, fc.constantFrom(...setting.options)];
        const boundaries =
          name === 'packets' ? [0, 1, 9, 10, 250] : [0, 1, 55, 56, 87, 88, 89, 306, 307, 456, 457];
        return [name, fc.oneof(fc.constantFrom(...boundaries), fc.integer(setting))];
      }),
    ),
  )
  .map((record) => record as Settings);

/** Generators of serialized states, by figure. */
const serialized = {
  'ps-vs-top': anyState.map(stateToFragment),
  'silent-voicemail': anySettings.map(settingsToFragment),
  'childcare-fee': anyFamily.map(familyToFragment),
  'childcare-day': anyDay.map(dayToFragment),
};

describe.each(['ps-vs-top', 'silent-voicemail', 'childcare-fee', 'childcare-day'] as const)(
  'Every state of %s',
  (name) => {
    const figure = figures.en?.[name];

    test('is serialized as pairs that texts and links may use', () => {
      fc.assert(
        fc.property(serialized[name], (pairs) => {
          if (figure === undefined) throw new Error(`Figure ${name} is missing`);
          expect(checkPairs(pairs, name, figure)).toEqual([]);
        }),
      );
    });

    test('has a complete description and drawing in both languages', () => {
      fc.assert(
        fc.property(serialized[name], fc.constantFrom(...locales), (pairs, locale) => {
          const still = figures[locale]?.[name]?.draw(pairs);
          if (still === undefined) throw new Error(`Figure ${name} is missing`);
          expect(still.description).toMatch(/\p{L}.*\.$/su);
          const all = [still.description, JSON.stringify(still.picture), JSON.stringify(still.others)];
          for (const text of all) expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
        }),
        { numRuns: 60 },
      );
    });
  },
);

test('A serialized state parses to the same state', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(fragmentToState(stateToFragment(state))).toEqual(state);
    }),
  );
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(fragmentToSettings(settingsToFragment(settings))).toEqual(settings);
    }),
  );
});

describe('For any call', () => {
  test('the picture shows as many packets as the model counts', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { at } = settings;
        const scenario = createScenario(settings, capturedCalls);
        const { counts, voicemail, verdicts } = stateAt(scenario, at);
        const picture = drawLadder({ scenario, at }, callWords.en.ladder, (domain, range) =>
          scaleLinear(domain, range),
        );
        const arrived = (direction: 'toServer' | 'toCaller'): number =>
          links.reduce((sum, _link, nth) => {
            const [near, far] = [points[nth], points[nth + 1]];
            const end = direction === 'toServer' ? far : near;
            return sum + (end === undefined ? 0 : counts[end][direction]);
          }, 0);
        const dots = countDots(picture);
        expect(dots.media).toBe(arrived('toServer') + voicemail.recorded);
        expect(dots['media back']).toBe(arrived('toCaller'));
        const lost =
          counts.caller.toServer - counts.server.toServer + counts.server.toCaller - counts.caller.toCaller;
        const discarded = verdicts['comfort-noise'] + verdicts['other-source'] + verdicts['other-payload'];
        expect(dots['lost hole']).toBe(lost + discarded);
        expect(countStops(picture)).toBe(lost + discarded);
      }),
      { numRuns: 60 },
    );
  });

  test('the table contains each packet once', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const scenario = createScenario(settings, capturedCalls);
        const state = stateAt(scenario, settings.at);
        const rows = toString(drawTable(scenario, settings.at, callWords.en)).matchAll(
          /RTP × (\d+?)(?=arrived|lost)/g,
        );
        const packets = [...rows].reduce((sum, [, count]) => sum + Number(count), 0);
        expect(packets).toBe(state.voicemail.sent + state.beep.sent);
      }),
    );
  });

  test('a position past the end equals the end', () => {
    fc.assert(
      fc.property(anySettings, fc.nat(1000), fc.constantFrom(...locales), (settings, more, locale) => {
        const scenario = createScenario({ ...defaultSettings, ...settings }, capturedCalls);
        const end = scenario.packets.length;
        const draw = (at: number): string =>
          JSON.stringify(
            drawLadder({ scenario, at }, callWords[locale].ladder, (domain, range) =>
              scaleLinear(domain, range),
            ),
          );
        expect(stateAt(scenario, end + more)).toBe(stateAt(scenario, end));
        const { description } = callWords[locale];
        expect(describeCall(scenario, end + more, description)).toBe(
          describeCall(scenario, end, description),
        );
        expect(draw(end + more)).toBe(draw(end));
      }),
      { numRuns: 20 },
    );
  });
});

/** Counts the dots in a picture, by the class of their path. */
function countDots(picture: Element): Record<string, number> {
  const found: Record<string, number> = { media: 0, 'media back': 0, 'lost hole': 0 };
  visit(picture, 'element', ({ tagName, properties }: Element) => {
    const name = String(properties.class);
    if (tagName === 'path' && name in found)
      found[name] = (found[name] ?? 0) + (String(properties.d).match(/h0/g)?.length ?? 0);
  });
  return found;
}

/** Sums up the numbers beside the crosses of lost packets. */
function countStops(picture: Element): number {
  let sum = 0;
  visit(picture, 'element', (element: Element) => {
    if (String(element.properties.class).startsWith('lost strong halo'))
      sum += Number(toString(element).replace('−', ''));
  });
  return sum;
}
