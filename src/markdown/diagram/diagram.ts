import type { Element } from 'hast';
import type { DiagramStrings } from '../../locale/index.ts';
import { toSvg, type Drawing } from './drawing.ts';
import { parseClasses } from './graph/class.ts';
import { describeGraph } from './graph/describe.ts';
import { drawGraph } from './graph/draw.ts';
import { parseEntities } from './graph/entity.ts';
import { parseFlowchart } from './graph/flowchart.ts';
import { maxParts, type Graph } from './graph/graph.ts';
import { layOutGraph } from './graph/layout.ts';
import { parseStates } from './graph/state.ts';
import { describeSequence } from './sequence/describe.ts';
import { drawSequence } from './sequence/draw.ts';
import { layOutSequence } from './sequence/layout.ts';
import { parseSequence } from './sequence/parse.ts';
import type { Sequence } from './sequence/sequence.ts';
import { listStatements, toProblem, type Problem } from './statement.ts';

/** A parsed diagram. */
export type Diagram =
  { kind: 'sequence'; sequence: Sequence } | { kind: 'flowchart' | 'state' | 'class' | 'er'; graph: Graph };

/** Parsers by the keyword that a diagram starts with. */
const readers: Readonly<Record<string, (source: string) => { diagram: Diagram; problems: Problem[] }>> = {
  flowchart: graphReader('flowchart', parseFlowchart),
  graph: graphReader('flowchart', parseFlowchart),
  sequenceDiagram(source) {
    const { sequence, problems } = parseSequence(source);
    return { diagram: { kind: 'sequence', sequence }, problems };
  },
  'stateDiagram-v2': graphReader('state', parseStates),
  stateDiagram: graphReader('state', parseStates),
  classDiagram: graphReader('class', parseClasses),
  erDiagram: graphReader('er', parseEntities),
};

function graphReader(
  kind: 'flowchart' | 'state' | 'class' | 'er',
  parse: (source: string) => { graph: Graph; problems: Problem[] },
) {
  return (source: string): { diagram: Diagram; problems: Problem[] } => {
    const { graph, problems } = parse(source);
    return { diagram: { kind, graph }, problems };
  };
}

/** Maximum length of a source, which can be laid out within a second. */
const maxCharacters = 8_000;

/** Maximum width and height in CSS pixels. Images for feeds are twice as large, close to the limit of their renderer. */
const maxPixels = 8_000;

/** Parses the source of a diagram and lists everything that can't be drawn. */
export function parseDiagram(source: string): { diagram: Diagram | undefined; problems: Problem[] } {
  if (source.length > maxCharacters) return { diagram: undefined, problems: [tooLong] };
  const first = listStatements(source)[0];
  const word = first?.text.split(/\s/)[0] ?? '';
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (read !== undefined) {
    const found = read(source);
    if (isTooLarge(found.diagram)) return { diagram: undefined, problems: [tooLong] };
    // A first line has only the kind of the diagram, except in flowcharts, whose parser checks the rest.
    if (found.diagram.kind !== 'flowchart' && first !== undefined && first.text !== word)
      found.problems.unshift(toProblem(first, `\`${word}\` alone`));
    return isEmpty(found.diagram) && found.problems.length === 0
      ? { diagram: undefined, problems: [nothing] }
      : found;
  }
  const kinds = Object.keys(readers).map((kind) => `\`${kind}\``);
  const problem: Problem = {
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    rule: 'diagram/unknown-kind',
    what: `Unexpected ${word === '' ? 'end' : `\`${word}\``} in a diagram, expected it to begin with ${kinds.join(', ')}`,
    fix: 'Use one of these kinds of diagram, or a picture.',
  };
  return { diagram: undefined, problems: [problem] };
}

const nothing: Problem = {
  line: 1,
  column: 1,
  rule: 'diagram/not-read',
  what: 'The diagram is empty',
  fix: 'Add something to draw, or remove the code block.',
};

const tooLong: Problem = {
  line: 1,
  column: 1,
  rule: 'diagram/not-read',
  what: `The diagram is too large; the limits are ${maxCharacters} characters, ${maxParts} boxes and ${maxParts} lines between them`,
  fix: 'Split it into several diagrams.',
};

function isTooLarge(diagram: Diagram): boolean {
  if (diagram.kind === 'sequence') return false;
  const { nodes, edges } = diagram.graph;
  return Math.max(nodes.length, edges.length) > maxParts;
}

function isEmpty(diagram: Diagram): boolean {
  return diagram.kind === 'sequence'
    ? diagram.sequence.participants.length === 0
    : diagram.graph.nodes.length === 0;
}

/** Draws a diagram as SVG with a text alternative. Throws if it can't be laid out or is too large. */
export async function drawDiagram(diagram: Diagram, words: DiagramStrings): Promise<Element> {
  const drawing = await layOut(diagram);
  const { width, height } = drawing;
  if (Math.max(width, height) > maxPixels)
    throw new RangeError(
      `it is ${Math.ceil(width)} × ${Math.ceil(height)} pixels large, of at most ${maxPixels} each way`,
    );
  return toSvg(drawing, describe(diagram, words));
}

async function layOut(diagram: Diagram): Promise<Drawing> {
  if (diagram.kind === 'sequence') return drawSequence(layOutSequence(diagram.sequence));
  return drawGraph(await layOutGraph(diagram.graph));
}

function describe(diagram: Diagram, words: DiagramStrings): string {
  if (diagram.kind === 'sequence') return describeSequence(diagram.sequence, words);
  return describeGraph(diagram.graph, words[diagram.kind], words);
}
