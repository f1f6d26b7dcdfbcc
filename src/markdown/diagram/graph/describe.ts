import type { DiagramStrings } from '../../../locale/index.ts';
import { listGroups, type Edge, type End, type Graph, type Node } from './graph.ts';

/** Returns a text alternative of a graph: its nodes, groups and edges. */
export function describeGraph({ nodes, edges, groups }: Graph, kind: string, words: DiagramStrings): string {
  const all = listGroups(groups);
  const names = new Map([
    ...nodes.map((node) => [node.id, nameOf(node, words)] as const),
    ...all.map(({ id, label }) => [id, label.join(' ')] as const),
  ]);
  const labelOf = (id: string): string => names.get(id) ?? id;
  const boxes = nodes
    .filter(({ shape }) => shape !== 'start' && shape !== 'end')
    .map((node) => describeNode(node));
  return [
    `${kind}: ${boxes.join(', ')}`,
    ...all.map(({ label, nodes: held, groups: inner }) =>
      words.group(label.join(' '), [...held, ...inner.map(({ id }) => id)].map(labelOf)),
    ),
    ...edges.map((edge) => describeEdge(edge, labelOf, words)),
  ].join('. ');
}

function nameOf({ label, shape }: Node, words: DiagramStrings): string {
  return shape === 'start' || shape === 'end' ? words[shape] : label.join(' ');
}

function describeNode({ label, compartments = [] }: Node): string {
  const rows = compartments.flat();
  return rows.length === 0 ? label.join(' ') : `${label.join(' ')} (${rows.join('; ')})`;
}

function describeEdge(edge: Edge, labelOf: (id: string) => string, words: DiagramStrings): string {
  const from = withCount(labelOf(edge.from), edge.start, edge.startLabel, words);
  const to = withCount(labelOf(edge.to), edge.end, edge.endLabel, words);
  const label = edge.label.join(' ');
  const relation = relationOf(edge.start) ?? relationOf(edge.end);
  if (relation !== undefined) {
    // The text describes a relation from the end without a sign to the end with one.
    const isForward = relationOf(edge.end) !== undefined;
    return `${words.relation[relation]}, ${isForward ? words.message(from, to, label) : words.message(to, from, label)}`;
  }
  if (edge.start === 'arrow' && edge.end !== 'arrow') return words.message(to, from, label);
  return edge.end === 'arrow' && edge.start !== 'arrow'
    ? words.message(from, to, label)
    : words.link(from, to, label);
}

function relationOf(end: End): keyof DiagramStrings['relation'] | undefined {
  return end === 'inheritance' || end === 'composition' || end === 'aggregation' ? end : undefined;
}

function withCount(name: string, end: End, label: string | undefined, words: DiagramStrings): string {
  const count = label ?? (end in words.count ? words.count[end as keyof DiagramStrings['count']] : undefined);
  return count === undefined ? name : `${name} [${count}]`;
}
