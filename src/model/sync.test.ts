import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { syncRecord } from '../testing/builders.ts';
import { shortDigest } from './digest.ts';
import { serializeSync, syncSchema, type SyncRecord } from './sync.ts';

const [one, two, three] = ['하나', '둘', '셋'].map(shortDigest) as [string, string, string];

const digests = fc.string().map(shortDigest);
const records: fc.Arbitrary<SyncRecord> = fc.record(
  {
    version: fc.constant(1),
    from: fc.constantFrom('ko', 'en', 'da', 'no', 'zh-hant', 'es-419'),
    segments: fc.array(fc.record({ source: fc.array(digests), renders: fc.array(digests) })),
    anchors: fc.array(fc.record({ id: fc.string({ unit: 'binary', minLength: 1 }), digest: digests })),
  },
  { requiredKeys: ['version', 'segments', 'anchors'] },
);

describe('A sync file', () => {
  test('is unchanged after serializing and parsing', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(syncSchema.parse(parse(serializeSync(record)))).toEqual(record);
      }),
    );
  });

  test('has one line per segment and anchor, so that branches merge', () => {
    const record = syncRecord({
      segments: [
        { source: [one], renders: [two, three] },
        { source: [], renders: [one] },
      ],
      anchors: [{ id: '원인', digest: one }],
    });
    expect(serializeSync(record))
      .toBe(`# Written by the tool; not meant for editing. It can be made again from the two texts.
version: 1
from: ko
segments:
  - { source: [${one}], renders: [${two}, ${three}] }
  - { source: [], renders: [${one}] }
anchors:
  - { id: "원인", digest: ${one} }
`);
  });

  test('of a source has only anchors', () => {
    const written = serializeSync({ version: 1, segments: [], anchors: [] });
    expect(written.split('\n').slice(1)).toEqual(['version: 1', 'segments: []', 'anchors: []', '']);
  });

  test.each([
    ['another version', { version: 2 }],
    ['a digest in hexadecimal', { segments: [{ source: ['e3b0c44298'], renders: [] }] }],
    ['half a segment', { segments: [{ source: [one] }] }],
    ['an empty anchor', { anchors: [{ id: '', digest: one }] }],
    ['a source that is no locale', { from: 'Korean' }],
    ['a key it does not know', { rendered: [] }],
  ])('with %s is rejected', (_, overrides) => {
    expect(syncSchema.safeParse({ ...syncRecord(), ...overrides }).success).toBe(false);
  });
});
