import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../drawing.ts';
import { lineHeight, textWidth, widest } from '../text/advance.ts';
import { parseClasses } from './class.ts';
import { parseFlowchart } from './flowchart.ts';
import { layOutGraph } from './layout.ts';
import { tablePadding } from './stand-in.ts';
import { parseStates } from './state.ts';

const ids = ['가', 'B', 'c-1', 'end_', '끝', 'class'];
const label = fc
  .stringMatching(/^[가-힣a-zA-Z0-9 <>#&;*_~'`|{}()[\]/\\-]{1,24}$/)
  .filter((text) => text.trim() !== '' && !/#\w+;|&\w+;|\\n/.test(text));
const node = fc
  .tuple(
    fc.constantFrom(...ids),
    label,
    fc.constantFrom(['[', ']'], ['(', ')'], ['{', '}'], ['((', '))'], ['[(', ')]'], ['{{', '}}']),
  )
  .map(([id, text, [open, close]]) => `${id}${open}"${text}"${close}`);
const link = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.constantFrom('-->', '-.->', '===', '<-->', '-->|예|', '---|같은 말|'),
    fc.constantFrom(...ids),
  )
  .map((parts) => parts.join(' '));
const chart = fc
  .tuple(
    fc.constantFrom('LR', 'TB', 'RL', 'BT'),
    fc.array(node, { minLength: 1, maxLength: 6 }),
    fc.array(link, { maxLength: 8 }),
  )
  .map(([direction, nodes, links]) => [`flowchart ${direction}`, ...nodes, ...links].join('\n'));

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Charts are laid out by a search through many ways: fewer of them than usual keep the test short. */
const someRuns = { numRuns: 40 };

describe('Whatever a flowchart says', () => {
  test('every node and every link has its place, boxes hold their labels, and none overlap', async () => {
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

  test('comes out the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const { graph } = parseFlowchart(source);
        expect(await layOutGraph(graph)).toEqual(await layOutGraph(graph));
      }),
      { numRuns: 10 },
    );
  });
});

test('a label longer than is comfortable stands in several lines, and its box is as high as they are', async () => {
  const words = Array(60).fill('낱말').join(' ');
  const { graph } = parseFlowchart(`graph LR\nA[${words}] -->|${words}| B`);
  const { nodes, edges } = await layOutGraph(graph);
  const [node] = nodes;
  expect(node?.node.label.join(' ')).toBe(words);
  expect(node?.box.width).toBeLessThan(300);
  expect(node?.box.height).toBeGreaterThan((node?.node.label.length ?? 0) * lineHeight);
  expect(edges[0]?.edge.label.length).toBeGreaterThan(5);
});

test('the box of a class is as wide as its name in bold', async () => {
  const name = 'MWMWMWMWMWMWMWMWMW';
  const { graph } = parseClasses(`classDiagram\nclass ${name}`);
  const { nodes } = await layOutGraph(graph);
  expect(nodes[0]?.box.width).toBeGreaterThan(textWidth(name, true) + tablePadding);
});

test('lines lead to a state that holds others, and groups hold what stands in them', async () => {
  const { graph } = parseStates(
    'stateDiagram-v2\n[*] --> A\nA --> 밖 : 들어간다\nstate "바깥 상태" as 밖 {\n[*] --> B\nB --> C\n}\n밖 --> [*]',
  );
  const { nodes, edges, groups } = await layOutGraph(graph);
  expect(edges).toHaveLength(5);
  const outer = groups[0]?.box;
  const inner = nodes.filter(({ node: { id } }) => id === 'B' || id === 'C').map(({ box }) => box);
  for (const box of inner) expect(outer !== undefined && overlap(outer, box)).toBe(true);
});
