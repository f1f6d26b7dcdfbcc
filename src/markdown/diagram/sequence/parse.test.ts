import { describe, expect, test } from 'vitest';
import { parseSequence } from './parse.ts';

/** Parses these lines, expecting no problems, and returns the events. */
function eventsOf(...lines: string[]) {
  const { sequence, problems } = parseSequence(['sequenceDiagram', ...lines].join('\n'));
  expect(problems).toEqual([]);
  return sequence.events;
}

describe('A message', () => {
  test.each([
    ['->', { isDashed: false, head: 'none', isTwoWay: false }],
    ['-->', { isDashed: true, head: 'none', isTwoWay: false }],
    ['->>', { isDashed: false, head: 'filled', isTwoWay: false }],
    ['-->>', { isDashed: true, head: 'filled', isTwoWay: false }],
    ['<<->>', { isDashed: false, head: 'filled', isTwoWay: true }],
    ['<<-->>', { isDashed: true, head: 'filled', isTwoWay: true }],
    ['-x', { isDashed: false, head: 'lost', isTwoWay: false }],
    ['--x', { isDashed: true, head: 'lost', isTwoWay: false }],
    ['-)', { isDashed: false, head: 'open', isTwoWay: false }],
    ['--)', { isDashed: true, head: 'open', isTwoWay: false }],
  ])('A%sB is read', (arrow, form) => {
    for (const space of ['', ' ']) {
      expect(eventsOf(`A${space}${arrow}${space}web-server: 말: 둘`)).toEqual([
        { type: 'message', from: 'A', to: 'web-server', label: ['말: 둘'], ...form },
      ]);
    }
  });

  test('may end in a semicolon or in a character reference', () => {
    const labels = eventsOf('A->>B: count #35;', 'A->>B: done;').map((event) =>
      'label' in event ? event.label : undefined,
    );
    expect(labels).toEqual([['count #'], ['done']]);
  });

  test('can activate its receiver and deactivate its sender', () => {
    const types = eventsOf('A->>+B: 1', 'B-->>-A: 2').map((event) =>
      'of' in event ? [event.type, event.of] : event.type,
    );
    expect(types).toEqual(['message', ['activate', 'B'], 'message', ['deactivate', 'B']]);
  });

  test('is numbered from the given start by the given increment until numbering is turned off', () => {
    const labels = eventsOf(
      'A->>B: a',
      'autonumber 10 5',
      'A->>B: b',
      'A->>B: c',
      'autonumber off',
      'A->>B: d',
    );
    expect(labels.map((event) => ('label' in event ? event.label : ''))).toEqual([
      ['a'],
      ['10. b'],
      ['15. c'],
      ['d'],
    ]);
  });
});

test('participants are in the order of their first mention, with their aliases', () => {
  const { sequence } = parseSequence(
    'sequenceDiagram\nactor a as 사람\nb->>c: x\nparticipant c as 서버<br/>둘째 줄\n',
  );
  expect(sequence.participants).toEqual([
    { id: 'a', label: ['사람'], isActor: true },
    { id: 'b', label: ['b'], isActor: false },
    { id: 'c', label: ['서버', '둘째 줄'], isActor: false },
  ]);
});

test('notes, blocks, their branches and a title are parsed; comments are ignored', () => {
  const source =
    'sequenceDiagram\n%% a comment\ntitle 통화\nNote left of A: n\nnote over A,B: m\nalt x\nA->>B: 1\nelse y\npar\nand z\nend\nend\nrect rgb(0, 0, 0)\nend';
  const { sequence, problems } = parseSequence(source);
  expect(problems).toEqual([]);
  expect(sequence.title).toBe('통화');
  expect(sequence.events.map(({ type }) => type).join(' ')).toBe(
    'note note open message next open next close close open close',
  );
});

describe('An unsupported line is a problem with its line and column', () => {
  test.each([
    ['A->>B', 2, 1],
    ['  create participant C', 2, 3],
    ['A->>B: x\ndestroy B', 3, 1],
    ['box Aqua\nend', 2, 1],
    ['else x', 2, 1],
    ['end', 2, 1],
    ['loop x\nA->>B: y', 2, 1],
    ['A->>B: x\ndeactivate B', 3, 1],
    ['A->>-B: x', 2, 1],
    ['Note over A,B,C: x', 2, 1],
    ['link A: x @ https://example.org', 2, 1],
    ['A-->>B: fine\nA ==> B: no', 3, 1],
  ])('%s', (lines, line, column) => {
    const { problems } = parseSequence(`sequenceDiagram\n${lines}`);
    expect(problems[0]).toMatchObject({ line, column, rule: 'diagram/not-read' });
  });
});
