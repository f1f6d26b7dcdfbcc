import type { Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import type { Processor } from 'unified';
import { visit } from '../tree/index.ts';
import type { VFile } from 'vfile';
import { suggest } from '../diagnostics/index.ts';
import { toCalloutKind } from './callouts.ts';
import { report } from './report.ts';

declare module 'mdast-util-directive' {
  interface LeafDirectiveData {
    /** The keys of all attributes as written, repeated ones included. */
    writtenKeys?: string[];
  }
}

/**
 * Parses `:::name` and `::name`, but leaves `:name` within a line as text, which it almost always is: `SIP:INVITE`, `예:가[^1]`.
 *
 * Narani has no inline directives, and `remark-directive` has no option to turn them off.
 */
export function remarkBlockDirectives(this: Processor): void {
  remarkDirective.call(this);
  const { micromarkExtensions = [] } = this.data();
  const syntax = micromarkExtensions.at(-1);
  if (syntax !== undefined) delete syntax.text;
}

/** Stores the keys of a leaf directive's attributes in `data.writtenKeys`: of a repeated key, `attributes` has only the last value. */
export function remarkWrittenKeys(this: Processor): void {
  const { fromMarkdownExtensions = [] } = this.data();
  fromMarkdownExtensions.push({
    exit: {
      directiveLeafAttribute() {
        const node = this.stack.findLast(({ type }) => type === 'leafDirective');
        const written = this.data.directiveAttributes?.at(-1);
        if (node?.type !== 'leafDirective' || written === undefined) return;
        node.data ??= {};
        (node.data.writtenKeys ??= []).push(written[0]);
      },
    },
  });
}

/**
 * Reports directives that no earlier plugin has handled, such as a misspelled callout.
 *
 * @param options.known all directives that exist, with their colons: `:::note`
 */
export function remarkUnknownDirectives(options: { known: readonly string[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['containerDirective', 'leafDirective'], (node) => {
      if (node.data?.hName !== undefined) return;
      const written = `${node.type === 'containerDirective' ? ':::' : '::'}${node.name}`;
      report(file, node, {
        rule: 'directive/unknown',
        severity: 'error',
        what: `Unknown directive \`${written}\`${suggestDirective(node, written, options.known)}`,
        why: 'Its content would be shown without a frame or label.',
        fix: `Use one of ${options.known.map((each) => `\`${each}\``).join(', ')}, or write the colons as \`\\:\` if they are text.`,
      });
    });
  };
}

/** Suggests the callout that has the same meaning in another program, or else the directive with the most similar name. */
function suggestDirective(
  { type, name }: ContainerDirective | LeafDirective,
  written: string,
  known: readonly string[],
): string {
  const kind = type === 'containerDirective' ? toCalloutKind(name) : undefined;
  return kind === undefined ? suggest(written, known) : `: did you mean \`:::${kind}\`?`;
}
