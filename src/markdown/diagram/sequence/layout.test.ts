import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineHeight, textWidth } from '../text/text-width.ts';
import type { Box, Text } from '../drawing.ts';
import { layOutSequence, type Arrow, type SequenceLayout } from './layout.ts';
import { parseSequence } from './parse.ts';

const label = fc.stringMatching(/^[가-힣a-zA-Z]{1,12}( [가-힣a-z]{1,12}){0,5}$/);
const name = fc.constantFrom('가', 'B', '아주 긴 이름의 참가자', 'd');
const line: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      name,
      fc.constantFrom('->>', '-->>', '-x', '--)', '->', '<<->>'),
      fc.constantFrom('', '+'),
      name,
      label,
    )
    .map(([from, arrow, sign, to, text]) => `${from}${arrow}${sign}${to}: ${text}`),
  fc
    .tuple(fc.constantFrom('left of', 'right of', 'over'), name, label)
    .map(([side, of, text]) => `note ${side} ${of}: ${text}`),
  fc.tuple(name, name, label).map(([one, other, text]) => `note over ${one},${other}: ${text}`),
);
const { lines } = fc.letrec<{ lines: string }>((tie) => ({
  lines: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        line,
        fc
          .tuple(fc.constantFrom('loop', 'opt', 'alt'), label, tie('lines'))
          .map(([kind, text, inner]) => `${kind} ${text}\n${inner}\nend`),
        fc
          .tuple(label, tie('lines'), tie('lines'))
          .map(([text, one, other]) => `alt ${text}\n${one}\nelse ${text}\n${other}\nend`),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => all.join('\n')),
}));

function layOut(source: string): SequenceLayout {
  const { sequence, problems } = parseSequence(`sequenceDiagram\n${source}`);
  expect(problems).toEqual([]);
  return layOutSequence(sequence);
}

/** Returns the box of a line of text, from ascenders to descenders. */
function boxOf({ x, y, text, anchor, isStrong }: Text): Box {
  const width = textWidth(text, isStrong);
  return { x: anchor === 'start' ? x : x - width / 2, y: y - 12, width, height: lineHeight - 4 };
}

function boxOfArrow({ from, to, y, back = 0 }: Arrow): Box {
  return { x: Math.min(from, to), y, width: Math.abs(to - from), height: back };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 0.01 &&
    other.x < one.x + one.width - 0.01 &&
    one.y < other.y + other.height - 0.01 &&
    other.y < one.y + one.height - 0.01
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x + 0.01 &&
    outer.y <= inner.y + 0.01 &&
    outer.x + outer.width >= inner.x + inner.width - 0.01 &&
    outer.y + outer.height >= inner.y + inner.height - 0.01
  );
}

describe('Any sequence diagram', () => {
  test('has texts that do not overlap and are inside of the drawing', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const { texts, width, height } = layOut(source);
        const boxes = texts.map(boxOf);
        const picture = { x: 0, y: 0, width, height };
        expect(boxes.filter((box) => !holds(picture, box))).toEqual([]);
        expect(
          boxes.filter((box, index) => boxes.slice(0, index).some((other) => overlap(box, other))),
        ).toEqual([]);
      }),
    );
  });

  test('has no text on the line of a message or on the edge of a note', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const { texts, arrows, notes } = layOut(source);
        const strokes = arrows.map(boxOfArrow);
        const struck = texts.map(boxOf).filter((text) => strokes.some((stroke) => overlap(text, stroke)));
        const cut = texts
          .map(boxOf)
          .filter((text) => notes.some((note) => overlap(text, note) && !holds(note, text)));
        expect([...struck, ...cut]).toEqual([]);
      }),
    );
  });

  test('has frames of blocks that include each message and note fully or not at all', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const { frames, arrows, notes } = layOut(source);
        const things = [...notes, ...arrows.map(boxOfArrow)];
        const cut = frames.flatMap(({ box }) =>
          things.filter(
            (thing) => thing.y + thing.height > box.y && thing.y < box.y + box.height && !holds(box, thing),
          ),
        );
        expect(cut).toEqual([]);
      }),
    );
  });
});

test('a lost message ends before its receiver in either direction', () => {
  const { arrows, columns } = layOut('A-xB: x\nB--xA: y\nA->>B: z');
  const [a = 0, b = 0] = columns.map(({ x }) => x);
  expect(arrows[0]?.to).toBeLessThan(b - 20);
  expect(arrows[1]?.to).toBeGreaterThan(a + 20);
  expect(arrows[2]?.to).toBe(b);
});

test('the distance of columns depends on the width of the label between them', () => {
  const gap = (text: string): number => {
    const [a, b] = layOut(`A->>B: ${text}`).columns;
    return (b?.x ?? 0) - (a?.x ?? 0);
  };
  expect(gap('INVITE (SDP: m=audio 6000)')).toBeGreaterThan(textWidth('INVITE (SDP: m=audio 6000)'));
  expect(gap('x')).toBeLessThan(100);
});

test('a message ends at the edge of its receiver’s activation bar', () => {
  const { arrows, bars } = layOut('A->>+B: x\nB->>A: y\nA->>B: z');
  const [bar] = bars;
  expect(arrows.map(({ from, to }) => [from, to])).toEqual([
    [arrows[0]?.from, bar?.x],
    [bar?.x, arrows[0]?.from],
    [arrows[0]?.from, bar?.x],
  ]);
});
