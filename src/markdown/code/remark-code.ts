import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { suggest } from '../../diagnostics/index.ts';
import { report } from '../report.ts';
import { parseFenceMeta, type FenceMeta } from './fence-meta.ts';
import { knownLanguages } from './language.ts';

/** Read what stands after a fence's language into attributes, which outlive the cleaning of raw HTML; report what is not known. */
export function remarkCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      checkLanguage(node, file);
      const meta = parseFenceMeta(node.meta ?? '');
      checkMeta(node, meta, file);
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...toProperties(meta) } };
    });
  };
}

function toProperties({ title, marked, inserted, deleted }: FenceMeta): Record<string, string> {
  return {
    ...(title === undefined ? {} : { dataTitle: title }),
    ...(marked.length === 0 ? {} : { dataMarked: marked.join(' ') }),
    ...(inserted.length === 0 ? {} : { dataInserted: inserted.join(' ') }),
    ...(deleted.length === 0 ? {} : { dataDeleted: deleted.join(' ') }),
  };
}

function checkLanguage(node: Code, file: VFile): void {
  if (node.lang == null || knownLanguages.includes(node.lang)) return;
  const nearest = suggest(node.lang, knownLanguages);
  report(file, node, {
    rule: 'code/unknown-language',
    severity: 'error',
    what: `Unknown code language \`${node.lang}\`${nearest.startsWith(':') ? nearest : ''}`,
    why: 'The code would not be highlighted, and its language would be labeled incorrectly.',
    fix: 'Use a name from https://shiki.style/languages, or `text`.',
  });
  node.lang = 'text';
}

function checkMeta(node: Code, { unknown }: FenceMeta, file: VFile): void {
  for (const word of unknown) {
    report(file, node, {
      rule: 'code/unknown-meta',
      severity: 'error',
      what: `Unexpected \`${word}\` after the language of a code block, expected \`title="…"\`, \`{2,4-5}\`, \`ins={…}\` or \`del={…}\``,
      why: 'It would be ignored.',
      fix: 'Correct or remove it.',
    });
  }
}
