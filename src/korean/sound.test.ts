import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSound, mayBeLoanword, singularsOf, soundKeys } from './sound.ts';

type Pair = readonly [hangul: string, latin: string];

function readPairs(name: string): Pair[] {
  const file = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n')
    .map((line): Pair => {
      const [hangul = '', latin = ''] = line.split(' ');
      return [hangul, latin];
    });
}

/** Returns whether a search for one word finds the other by its sound. */
function isFound([hangul, latin]: Pair): boolean {
  const keys = new Set(soundKeys(latin));
  return soundKeys(hangul).some((key) => keys.has(key)) && matchSound(hangul, latin) > 0;
}

const pairs = readPairs('sound-pairs');
const heldOut = readPairs('held-out-sound-pairs');
const near = readPairs('near-sound-pairs');

describe('로마자로 적은 말을 한글 소리로', () => {
  test.each([
    ['크론탭', 'crontab'],
    ['오토스케일링', 'autoscaling'],
    ['깃허브', 'github'],
    ['홈브루', 'homebrew'],
    ['그레이들', 'gradle'],
    ['도커', 'docker'],
    ['나폴레옹', 'napoleon'],
    ['클로저', 'closure'],
    ['액션', 'action'],
    ['몽고디비', 'mongodb'],
  ])('찾는다: %s, %s', (hangul, latin) => {
    expect(isFound([hangul, latin])).toBe(true);
  });

  test.each([
    ['민비', 'mini'],
    ['도커', 'decker'],
    ['사람', 'serum'],
    ['지구', 'zigzag'],
    ['커피', 'cuff'],
  ])('혼동하지 않는다: %s, %s', (hangul, latin) => {
    expect(isFound([hangul, latin])).toBe(false);
  });

  test('220쌍 가운데 93 %, 규칙을 고칠 때 보지 않은 158쌍 가운데 87 %를 찾는다', () => {
    expect([pairs.length, heldOut.length]).toEqual([220, 158]);
    expect(pairs.filter(isFound).length).toBeGreaterThanOrEqual(205);
    expect(heldOut.filter(isFound).length).toBeGreaterThanOrEqual(138);
  });

  test('소리가 비슷한 다른 말 204쌍 가운데 91 %를, 서로 다른 쌍의 말은 거의 모두 가려낸다', () => {
    expect(near.length).toBe(204);
    expect(near.filter(isFound).length).toBeLessThanOrEqual(19);
    const crossed = pairs.flatMap(([hangul]) =>
      pairs.flatMap(([other, latin]): Pair[] => (other === hangul ? [] : [[hangul, latin]])),
    );
    expect(crossed.length).toBeGreaterThan(48_000);
    expect(crossed.filter(isFound).length).toBeLessThanOrEqual(2);
  });
});

test.each([
  ['actions', ['actions', 'action']],
  ['class', ['class']],
  ['gas', ['gas']],
  ['docker', ['docker']],
])('%s may be the plural of another word: %j', (word, expected) => {
  expect(singularsOf(word)).toEqual(expected);
});

describe('The likeness of two sounds', () => {
  test('is from 0 to 1 and keys are short, whatever the words', () => {
    const hangul = fc.string({ unit: fc.constantFrom(...Array.from('가힣뷁쓰왈ㄱa漢')), maxLength: 12 });
    fc.assert(
      fc.property(hangul, fc.string({ unit: 'binary', maxLength: 24 }), (one, other) => {
        expect(matchSound(one, other)).toBeGreaterThanOrEqual(0);
        expect(matchSound(one, other)).toBeLessThanOrEqual(1);
        for (const key of [...soundKeys(one), ...soundKeys(other)]) expect(key).toMatch(/^V?[KTPSNML]{0,4}$/);
      }),
    );
  });
});

test.each([
  ['도커', true],
  ['쿠버네티스', true],
  ['쓰나미', true],
  ['값', false],
  ['꽃밭', false],
  ['의사', false],
  ['있다', false],
])('외래어 표기법으로 적을 수 있는 말인지 안다: %s', (word, expected) => {
  expect(mayBeLoanword(word)).toBe(expected);
});
