import { describe, expect, test } from 'vitest';
import { widest } from '../text/text-width.ts';
import type { Drawing } from '../drawing.ts';
import { parseClasses } from './class.ts';
import { drawGraph } from './draw.ts';
import { parseFlowchart } from './flowchart.ts';
import { layOutGraph } from './layout.ts';

async function draw(parse: typeof parseFlowchart, source: string): Promise<Drawing> {
  const { graph, problems } = parse(source);
  expect(problems).toEqual([]);
  return drawGraph(await layOutGraph(graph));
}

describe('A drawing', () => {
  test.each(['TB', 'LR', 'BT', 'RL'])(
    'of one box with the direction %s is as large as the box and its margin',
    async (direction) => {
      const { graph } = parseFlowchart(`graph ${direction}\nA`);
      const layout = await layOutGraph(graph);
      const { x = 0, y = 0, width = 0, height = 0 } = layout.nodes[0]?.box ?? {};
      expect(drawGraph(layout)).toMatchObject({ x: x - 8, y: y - 8, width: width + 16, height: height + 16 });
    },
  );

  test('includes the labels beside the ends of its lines', async () => {
    const { x, width, texts } = await draw(
      parseClasses,
      `classDiagram\nA "${'가'.repeat(20)}" --> B\nA "${'나'.repeat(20)}" --> C`,
    );
    const starts = texts.map((text) => text.x - (text.anchor === 'start' ? 0 : widest([text.text]) / 2));
    const ends = texts.map((text) => text.x + widest([text.text]) / (text.anchor === 'start' ? 1 : 2));
    expect(Math.min(...starts)).toBeGreaterThan(x);
    expect(Math.max(...ends)).toBeLessThan(x + width);
  });
});
