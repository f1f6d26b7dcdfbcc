import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import type { DiagramStrings } from '../../locale/index.ts';
import { addNeed } from '../need.ts';
import { report } from '../report.ts';
import { drawDiagram, type Diagram } from './diagram.ts';

/**
 * Draws the `mermaid` code blocks that `remarkDiagrams` has parsed. Invalid diagrams and raw HTML remain code blocks.
 *
 * It must run after raw HTML is sanitized, which removes SVG.
 *
 * @example
 * <figure class="diagram" data-kind="sequence"><div class="scroll" role="group" tabindex="0" aria-label="…"><svg role="img" aria-label="…">…</svg></div></figure>
 */
export function rehypeDiagrams({ words, scroll }: { words: DiagramStrings; scroll: string }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { code: Element; diagram: Diagram; replace: (figure: Element) => void }[] = [];
    visit(tree, 'element', (node: Element, index, parent) => {
      const code = sourceOf(node);
      if (code === undefined || parent === undefined || index === undefined) return;
      const diagram = file.data.diagrams?.get(toString(code).replace(/\n$/, ''));
      if (diagram === undefined) return;
      blocks.push({ code, diagram, replace: (figure) => (parent.children[index] = figure) });
      return SKIP;
    });
    for (const { code, diagram, replace } of blocks) {
      const figure = await toFigure(diagram, code, { file, words, scroll });
      if (figure === undefined) continue;
      replace(figure);
      addNeed(file, 'diagram');
    }
  };
}

function sourceOf({ tagName, children }: Element): Element | undefined {
  const [code] = children;
  if (tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return undefined;
  return String(code.properties.className) === 'language-mermaid' ? code : undefined;
}

async function toFigure(
  diagram: Diagram,
  code: Element,
  { file, words, scroll }: { file: VFile; words: DiagramStrings; scroll: string },
): Promise<Element | undefined> {
  const { dataTitle, id } = code.properties;
  const title =
    typeof dataTitle === 'string'
      ? dataTitle
      : diagram.kind === 'sequence'
        ? diagram.sequence.title
        : undefined;
  const svg = await drawDiagram(diagram, words).catch((error: unknown) => {
    report(file, code, {
      rule: 'diagram/not-read',
      severity: 'error',
      what: `Cannot lay out this diagram: ${error instanceof Error ? error.message : String(error)}`,
      why: 'Readers would see its source instead.',
      fix: 'Split or simplify the diagram, or use a picture instead.',
    });
  });
  if (svg === undefined) return undefined;
  return h('figure.diagram', { id, dataKind: diagram.kind }, [
    h('div.scroll', { role: 'group', tabIndex: 0, ariaLabel: scroll }, svg),
    ...(title === undefined || title === '' ? [] : [h('figcaption', title)]),
  ]);
}
