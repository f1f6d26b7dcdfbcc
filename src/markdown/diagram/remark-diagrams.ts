import type { Code, Nodes, Root } from 'mdast';
import { contains, visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { parseFenceMeta } from '../code/fence-meta.ts';
import { report } from '../report.ts';
import { parseDiagram, type Diagram } from './diagram.ts';

declare module 'vfile' {
  interface DataMap {
    /** Parsed diagrams by source, for `rehypeDiagrams`, which can't distinguish code blocks from raw HTML in its tree. */
    diagrams: ReadonlyMap<string, Diagram>;
  }
}

/** Returns whether a text has diagrams. */
export function hasDiagrams(tree: Root): boolean {
  return contains(tree, isDiagram);
}

function isDiagram(node: Nodes): node is Code {
  return node.type === 'code' && node.lang === 'mermaid';
}

/** Parses the diagrams of a text and reports each line that can't be drawn. */
export function remarkDiagrams() {
  return (tree: Root, file: VFile): void => {
    const diagrams = new Map<string, Diagram>();
    file.data.diagrams = diagrams;
    visit(tree, 'code', (node) => {
      if (!isDiagram(node)) return;
      const { diagram, problems } = parseDiagram(node.value);
      if (diagram !== undefined && problems.length === 0) diagrams.set(node.value, diagram);
      for (const { line, column, rule, what, fix } of problems) {
        report(
          file,
          { type: 'code', ...placeIn(node, line, column) },
          {
            rule,
            severity: 'error',
            what,
            why: 'A diagram drawn without this line would not show what its source says.',
            fix,
          },
        );
      }
      checkMeta(node, file);
    });
  };
}

/** Returns the position in the text of a line of a code block, which may be indented. */
function placeIn({ position }: Code, line: number, column: number): Pick<Code, 'position'> | object {
  if (position === undefined) return {};
  const point = { line: position.start.line + line, column: position.start.column + column - 1 };
  return { position: { start: point, end: point } };
}

/** Reports line markers, which have no effect in a diagram. */
function checkMeta(node: Code, file: VFile): void {
  const { marked, inserted, deleted } = parseFenceMeta(node.meta ?? '');
  if (marked.length + inserted.length + deleted.length === 0) return;
  report(file, node, {
    rule: 'code/unknown-meta',
    severity: 'error',
    what: 'Line markers after `mermaid`: a diagram takes only `title="…"`',
    why: 'Readers see the drawing instead of the source lines, so nothing would be marked.',
    fix: 'Remove the markers.',
  });
}
