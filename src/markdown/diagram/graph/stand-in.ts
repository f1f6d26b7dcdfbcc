import { lineHeight, widest } from '../text/advance.ts';
import { listGroups, type Edge, type Graph, type Group, type Node } from './graph.ts';

/** Left and right of the text in a box with compartments, in pixels. */
export const tablePadding = 12;

/** Above and below the lines of a compartment, in pixels. */
export const compartmentPadding = 6;

/** A source for `beautiful-mermaid`, and what it calls the things of a graph, in their order. */
export interface StandIn {
  source: string;
  nodes: readonly string[];
  groups: readonly string[];
  edges: readonly { from: string; to: string; label: string }[];
}

/**
 * Write a graph as a source whose texts are stand-ins: as wide and as high as ours, of letters that mean nothing. So boxes
 * fit Korean in our font, ids may be of any script, and nothing in a label can mean anything to the library.
 */
export function writeStandIn(graph: Graph): StandIn {
  const groups = listGroups(graph.groups);
  const names = new Map([
    ...graph.nodes.map(({ id }, index) => [id, `n${index}`] as const),
    ...groups.map(({ id }, index) => [id, `g${index}`] as const),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const looks = [...new Set(graph.edges.map(lookOf))];
  const edges = graph.edges.map((edge, index) => ({
    from: nameOf(edge.from),
    to: nameOf(edge.to),
    label: needsLabel(edge) ? writeText(sizeOfText(edge.label), edgeText, index) : '',
    // Lines that meet at a box are drawn as one if they look alike to the library.
    stroke: strokes[looks.indexOf(lookOf(edge)) % strokes.length] ?? strokes[0],
  }));
  const leadToGroups = graph.edges.some(({ from, to }) => groups.some(({ id }) => id === from || id === to));
  const form = leadToGroups ? stateForm : flowchartForm;
  const nodes = new Map(graph.nodes.map((node) => [node.id, form.node(nameOf(node.id), node)]));
  const writeGroup = (group: Group): string[] => [
    form.open(nameOf(group.id)),
    ...(group.direction === undefined ? [] : [`direction ${group.direction}`]),
    ...group.nodes.flatMap((id) => nodes.get(id) ?? []),
    ...group.groups.flatMap(writeGroup),
    form.close,
  ];
  const grouped = new Set(groups.flatMap((group) => group.nodes));
  const lines = [
    form.head(graph.direction),
    ...graph.groups.flatMap(writeGroup),
    ...[...nodes].flatMap(([id, node]) => (grouped.has(id) ? [] : [node])),
    ...edges.map(form.edge),
  ];
  return {
    source: lines.join('\n'),
    nodes: graph.nodes.map(({ id }) => nameOf(id)),
    groups: groups.map(({ id }) => nameOf(id)),
    edges: edges.map(({ from, to, label }) => ({ from, to, label: label.replaceAll('<br>', '\n') })),
  };
}

/** A line from a box to itself has one always: without, the library (1.1.3) puts it nowhere when the chart is in several parts. */
function needsLabel({ from, to, label }: Edge): boolean {
  return label.length > 0 || from === to;
}

const strokes = ['-->', '-.->', '==>'] as const;

function lookOf({ stroke, start, end, startLabel, endLabel }: Edge): string {
  return [stroke, start, end, startLabel, endLabel].join(' ');
}

interface Line {
  from: string;
  to: string;
  label: string;
  stroke: string;
}

/** How things are written: the library knows lines to groups in state diagrams alone, and shapes and strokes in flowcharts. */
const flowchartForm = {
  head: (direction: string) => `flowchart ${direction}`,
  node(name: string, node: Node): string {
    const [open, close] = brackets[node.shape];
    return `${name}${open}${writeText(sizeOf(node), nodeText)}${close}`;
  },
  open: (name: string) => `subgraph ${name} [b]`,
  close: 'end',
  edge: ({ from, to, label, stroke }: Line) => `${from} ${stroke}${label === '' ? '' : `|${label}|`} ${to}`,
};

const stateForm: typeof flowchartForm = {
  head: (direction) => `stateDiagram-v2\ndirection ${direction}`,
  node: (name, node) => `state "${writeText(sizeOf(node), nodeText)}" as ${name}`,
  open: (name) => `state "b" as ${name} {`,
  close: '}',
  edge: ({ from, to, label }) => `${from} --> ${to}${label === '' ? '' : ` : ${label}`}`,
};

const brackets: Readonly<Record<Node['shape'], readonly [string, string]>> = {
  rectangle: ['[', ']'],
  start: ['[', ']'],
  end: ['[', ']'],
  rounded: ['(', ')'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
  cylinder: ['[(', ')]'],
  circle: ['((', '))'],
  doublecircle: ['(((', ')))'],
  asymmetric: ['>', ']'],
  diamond: ['{', '}'],
  hexagon: ['{{', '}}'],
  trapezoid: ['[/', '\\]'],
  'trapezoid-alt': ['[\\', '/]'],
  // The library has none, and draws these as wide.
  parallelogram: ['[/', '\\]'],
  'parallelogram-alt': ['[\\', '/]'],
};

interface Size {
  width: number;
  height: number;
}

function sizeOfText(lines: readonly string[]): Size {
  return { width: widest(lines), height: lines.length * lineHeight };
}

/** What a node’s box must hold, without the room that the library leaves around a label. */
function sizeOf({ label, compartments }: Node): Size {
  const name = sizeOfText(label);
  if (compartments === undefined) return name;
  const rows = compartments.flat();
  const lines = label.length + rows.length;
  const paddings = 2 * compartmentPadding * (1 + compartments.length);
  return {
    // A name above compartments is bold.
    width: Math.max(widest(label, true), widest(rows)) + 2 * tablePadding - 2 * nodePadding.x,
    height: lines * lineHeight + paddings - 2 * nodePadding.y + slack,
  };
}

/** Room that the library leaves around the label of a box, in pixels (`NODE_PADDING` of its styles). */
const nodePadding = { x: 20, y: 10 };

/** How the library measures a kind of text (`text-metrics.ts`): pixels per letter, before them, and from line to line. */
interface Measure {
  letter: number;
  more: number;
  line: number;
}

/** Texts in boxes: 13 px, of weight 500. */
const nodeText: Measure = { letter: 13 * 0.57, more: 13 * 0.15, line: 13 * 1.3 };

/** Texts on lines: 11 px, of weight 400. */
const edgeText: Measure = { letter: 11 * 0.54, more: 11 * 0.15, line: 11 * 1.3 };

/** How much less than ours the library’s lines may be high: it leaves room around them. */
const slack = 7;

/** Letters that it takes for equally wide, and that make no word it knows. */
const letters = 'bcdghkpqsvyz';

/** A text that the library finds at least so wide and high. Texts with different numbers differ. */
function writeText({ width, height }: Size, { letter, more, line }: Measure, number = 0): string {
  const digits = number
    .toString(letters.length)
    .replace(/./g, (digit) => letters[Number.parseInt(digit, 36)] ?? '');
  const word = digits.padStart(Math.ceil((width - more) / letter), letters[0]);
  const count = Math.max(1, Math.ceil((height - slack) / line));
  return [word, ...Array.from({ length: count - 1 }, () => letters[0] ?? '')].join('<br>');
}
