import { array, constantFrom, nat, oneof, record, string, type Arbitrary } from 'fast-check';

/** Generates sequences of these pieces, some repeated so often that they may exceed a limit. */
export function sequences(pieces: readonly string[]): Arbitrary<string> {
  const piece = record({ text: constantFrom(...pieces), times: constantFrom(1, 1, 1, 1, 1, 2, 3, 50, 500) });
  return array(piece, { maxLength: 20 }).map((parts) =>
    parts.map(({ text, times }) => text.repeat(times)).join(''),
  );
}

/** Generates excerpts of these texts with a few random edits: pieces inserted, passages removed or repeated. */
export function mutations(texts: readonly string[], pieces: readonly string[]): Arbitrary<string> {
  const edit = record({
    at: nat(10_000),
    kind: constantFrom('insert', 'insert', 'remove', 'repeat'),
    piece: oneof(constantFrom(...pieces), string({ unit: 'binary', maxLength: 3 })),
    length: nat(40),
  });
  return record({
    text: constantFrom(...texts),
    start: nat(10_000),
    length: nat(1_500),
    edits: array(edit, { maxLength: 6 }),
  }).map(({ text, start, length, edits }) => {
    const from = start % Math.max(1, text.length);
    return edits.reduce(
      (edited, { at, kind, piece, length: count }) => {
        const place = at % (edited.length + 1);
        const [before, after] = [edited.slice(0, place), edited.slice(place)];
        if (kind === 'remove') return before + after.slice(count);
        return before + (kind === 'repeat' ? after.slice(0, count).repeat(3) : piece) + after;
      },
      text.slice(from, from + length),
    );
  });
}
