import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { middleOf, type Box, type Point } from '../drawing.ts';
import { lineHeight, textWidth, widest } from '../text/text-width.ts';
import { parseClasses } from './class.ts';
import { parseFlowchart } from './flowchart.ts';
import { listGroups } from './graph.ts';
import { layOutGraph } from './layout.ts';
import { tablePadding } from './shapes.ts';
import { parseStates } from './state.ts';

const ids = ['가', 'B', 'c-1', 'end_', '끝', 'class'];
const label = fc
  .stringMatching(/^[가-힣a-zA-Z0-9 <>#&;*_~'`|{}()[\]/\\-]{1,24}$/)
  .filter((text) => text.trim() !== '' && !/#\w+;|&\w+;|\\n/.test(text));
const node = fc
  .tuple(
    fc.constantFrom(...ids),
    label,
    fc.constantFrom(
      ['[', ']'],
      ['(', ')'],
      ['{', '}'],
      ['((', '))'],
      ['[(', ')]'],
      ['{{', '}}'],
      ['[/', '/]'],
    ),
  )
  .map(([id, text, [open, close]]) => `${id}${open}"${text}"${close}`);
const link = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.constantFrom('-->', '-.->', '===', '<-->', '-->|예|', '---|같은 말|'),
    fc.constantFrom(...ids),
  )
  .map((parts) => parts.join(' '));
const direction = fc.constantFrom('LR', 'TB', 'RL', 'BT');

/** A group around the nodes that are first named in it, perhaps with a direction of its own and a group inside. */
const group = fc
  .tuple(
    fc.option(direction, { nil: undefined }),
    fc.constantFrom('묶음', '이름이 아주 길어서 안에 있는 것보다 넓은 묶음'),
    fc.boolean(),
  )
  .map(([own, name, isNested]) => ({ own, name, isNested }));
const chart = fc
  .tuple(
    direction,
    fc.array(node, { minLength: 1, maxLength: 6 }),
    fc.array(link, { maxLength: 8 }),
    fc.array(group, { maxLength: 2 }),
  )
  .map(([whole, nodes, links, groups]) =>
    [
      `flowchart ${whole}`,
      ...groups.flatMap(({ own, name, isNested }, index) => [
        `subgraph g${index} [${name}]`,
        ...(own === undefined ? [] : [`direction ${own}`]),
        ...(isNested ? [`subgraph h${index} [안]`, `inner${index}`, 'end'] : []),
        `in${index} --> ${ids[index]}`,
        'end',
      ]),
      ...nodes,
      ...links,
    ].join('\n'),
  );

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Tolerance for rounding errors, in pixels. */
const epsilon = 0.01;

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - epsilon &&
    inner.y >= outer.y - epsilon &&
    inner.x + inner.width <= outer.x + outer.width + epsilon &&
    inner.y + inner.height <= outer.y + outer.height + epsilon
  );
}

/** Returns whether a point lies on a line of horizontal and vertical stretches. */
function isOn(points: readonly Point[], { x, y }: Point): boolean {
  return points.slice(1).some((to, index) => {
    const from = points[index] ?? to;
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
  });
}

/** Layout is slow, so these properties run fewer times than the default 100. */
const someRuns = { numRuns: 40 };
const fewRuns = { numRuns: 20 };

describe('Any flowchart', () => {
  test('has a place for every node and every link; boxes hold their labels, and none overlap', async () => {
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const { graph, problems } = parseFlowchart(source);
        expect(problems).toEqual([]);
        const { nodes, edges } = await layOutGraph(graph);
        expect(nodes.map(({ node: { id, shape } }) => [id, shape])).toEqual(
          graph.nodes.map(({ id, shape }) => [id, shape]),
        );
        expect(edges.map(({ edge: { from, to } }) => [from, to])).toEqual(
          graph.edges.map(({ from, to }) => [from, to]),
        );
        for (const { edge, points, label: place } of edges) {
          expect(points.length).toBeGreaterThan(1);
          expect(points.flatMap(({ x, y }) => [x, y]).every(Number.isFinite)).toBe(true);
          expect(place === undefined).toBe(edge.label.length === 0);
        }
        for (const { node: each, box } of nodes) {
          expect(box.width).toBeGreaterThanOrEqual(widest(each.label));
          expect(box.height).toBeGreaterThanOrEqual(each.label.length * lineHeight);
        }
        const boxes = nodes.map(({ box }) => box);
        expect(
          boxes.filter((box, index) => boxes.slice(0, index).some((other) => overlap(box, other))),
        ).toEqual([]);
      }),
      someRuns,
    );
  });

  test('has level and upright lines that lead from box to box, with their labels on them and not on a box', async () => {
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const { nodes, edges } = await layOutGraph(parseFlowchart(source).graph);
        const boxes = new Map(nodes.map(({ node: { id }, box }) => [id, box]));
        for (const { edge, points, label: place } of edges) {
          for (const [index, to] of points.entries()) {
            const from = points[index - 1] ?? to;
            expect(Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y))).toBeLessThan(epsilon);
          }
          for (const [id, end] of [
            [edge.from, points[0]],
            [edge.to, points.at(-1)],
          ] as const)
            expect(
              holds(boxes.get(id) ?? failMissing(), { ...(end ?? failMissing()), width: 0, height: 0 }),
            ).toBe(true);
          if (place === undefined) continue;
          // The label of a line from a box to itself is beside the loop.
          if (edge.from !== edge.to) expect(isOn(points, place)).toBe(true);
          const width = widest(edge.label);
          const height = edge.label.length * lineHeight;
          const box = { x: place.x - width / 2, y: place.y - height / 2, width, height };
          expect(nodes.filter((each) => overlap(box, each.box))).toEqual([]);
        }
      }),
      fewRuns,
    );
  });

  test('has groups that hold their members and their titles, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const { graph } = parseFlowchart(source);
        const { nodes, groups } = await layOutGraph(graph);
        for (const { group: each, box } of groups) {
          const inner = listGroups([each]);
          const members = new Set(inner.flatMap((one) => one.nodes));
          for (const { node: one, box: other } of nodes)
            if (members.has(one.id)) expect(holds(box, other)).toBe(true);
            else expect(overlap(box, other)).toBe(false);
          for (const { group: one, box: other } of groups)
            if (inner.includes(one)) expect(holds(box, other)).toBe(true);
          expect(box.width).toBeGreaterThan(widest(each.label, true) + tablePadding);
        }
      }),
      fewRuns,
    );
  });

  test('is laid out the same way each time', async () => {
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const { graph } = parseFlowchart(source);
        expect(await layOutGraph(graph)).toEqual(await layOutGraph(graph));
      }),
      { numRuns: 10 },
    );
  });
});

function failMissing(): never {
  throw new Error('missing');
}

test.each(['{', '((', '{{', '[/', '[\\', '>'])(
  'a line ends on the outline of the shape %s, not beside it',
  async (open) => {
    const close = { '{': '}', '((': '))', '{{': '}}', '[/': '\\]', '[\\': '\\]', '>': ']' }[open] ?? '';
    const { graph } = parseFlowchart(`graph LR\nA --> M${open}가운데${close}\nB --> M\nM --> C`);
    const { nodes, edges } = await layOutGraph(graph);
    const box = nodes.find(({ node: { id } }) => id === 'M')?.box ?? failMissing();
    const ends = edges.map(
      ({ edge, points }) => (edge.to === 'M' ? points.at(-1) : points[0]) ?? failMissing(),
    );
    expect(ends).toHaveLength(3);
    for (const end of ends) {
      const { x, y } = middleOf(box);
      // No shape fills the corners of its box.
      const [across, down] = [Math.abs(end.x - x) / (box.width / 2), Math.abs(end.y - y) / (box.height / 2)];
      expect(across + down).toBeGreaterThan(0.8);
      expect(across).toBeLessThanOrEqual(1);
    }
  },
);

test('a long label is wrapped, and its box is high enough for its lines', async () => {
  const words = Array(60).fill('낱말').join(' ');
  const { graph } = parseFlowchart(`graph LR\nA[${words}] -->|${words}| B`);
  const { nodes, edges } = await layOutGraph(graph);
  const [first] = nodes;
  expect(first?.node.label.join(' ')).toBe(words);
  expect(first?.box.width).toBeLessThan(300);
  expect(first?.box.height).toBeGreaterThan((first?.node.label.length ?? 0) * lineHeight);
  expect(edges[0]?.edge.label.length).toBeGreaterThan(5);
});

test('the box of a class is as wide as its name in bold', async () => {
  const name = 'MWMWMWMWMWMWMWMWMW';
  const { graph } = parseClasses(`classDiagram\nclass ${name}`);
  const { nodes } = await layOutGraph(graph);
  expect(nodes[0]?.box.width).toBeGreaterThan(textWidth(name, true) + tablePadding);
});

test('the labels at the ends of a relation are near its ends', async () => {
  const { graph } = parseClasses('classDiagram\nA "1" --> "0..*" B : 가진다');
  const { edges } = await layOutGraph(graph);
  const { points = [], startLabel, endLabel } = edges[0] ?? {};
  const distance = (one: Point | undefined, other: Point | undefined): number =>
    Math.hypot((one?.x ?? Infinity) - (other?.x ?? 0), (one?.y ?? Infinity) - (other?.y ?? 0));
  expect(distance(startLabel, points[0])).toBeLessThan(40);
  expect(distance(endLabel, points.at(-1))).toBeLessThan(40);
});

test.each(['', 'direction LR'])(
  'lines lead to and from a state that holds others, which has the %s of its own',
  async (own) => {
    const { graph } = parseStates(
      `stateDiagram-v2\n[*] --> A\nA --> 밖 : 들어간다\nstate "바깥 상태" as 밖 {\n${own}\n[*] --> B\nB --> C\n}\n밖 --> [*]\nB --> 밖\nC --> A`,
    );
    const { nodes, edges, groups } = await layOutGraph(graph);
    expect(edges).toHaveLength(7);
    const outer = groups[0]?.box ?? failMissing();
    const inner = nodes.filter(({ node: { id } }) => id === 'B' || id === 'C').map(({ box }) => box);
    for (const box of inner) expect(holds(outer, box)).toBe(true);
    const entry =
      edges.find(({ edge: { from, to } }) => from === 'A' && to === '밖')?.points.at(-1) ?? failMissing();
    expect(holds(outer, { ...entry, width: 0, height: 0 })).toBe(true);
  },
);
