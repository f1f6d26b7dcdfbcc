import type { Diagnostic } from '../../diagnostics/index.ts';
import { findSiblings, findSource, type Text } from '../../library/index.ts';
import type { SourceChange } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { blockName } from '../block-name.ts';

/** Reports each change of a source since its translation was recorded. */
export const checkOutdated: Rule = (library) =>
  library.texts.flatMap((text) => {
    if (text.translation?.type !== 'outdated') return [];
    const source = findSource(text, findSiblings(text, library));
    if (source === undefined) return [];
    return text.translation.changes.map((change) => describeChange(change, text, source));
  });

/** Describes a change of the source, at its place in the source or, for a removed block, at the translation that remains. */
export function describeChange(change: SourceChange, text: Text, source: Text): Diagnostic {
  const { locale, slug } = text.file;
  const name = `${locale}.md`;
  const placed = source.survey.blocks[change.source ?? -1];
  const rendering = text.survey.blocks[change.renders[0] ?? -1];
  const block = placed ?? rendering;
  const noun = block === undefined ? 'block' : blockName(block);
  const after = text.survey.blocks[change.after ?? -1];
  const where = after === undefined ? `at the beginning of ${name}` : `after ${name}:${after.line}`;
  const messages: Record<SourceChange['kind'], string> = {
    changed:
      rendering === undefined
        ? `This ${noun} has changed, and its translation is missing (it would go ${where})`
        : `This ${noun} has changed; its translation (${name}:${rendering.line}) is out of date`,
    added: `This ${noun} is new; its translation would go ${where}`,
    removed: `The source of this ${noun} was removed from ${source.file.locale}.md`,
  };
  return {
    file: (placed === undefined ? text : source).file.file,
    line: block?.line ?? 1,
    column: block?.column ?? 1,
    rule: 'translation/outdated',
    severity: 'warning',
    what: messages[change.kind],
    why: `Readers of ${name} get an earlier version of the text.`,
    fix: `Run \`npm run translate -- ${slug} --to ${locale}\` to mark the affected places in ${name}, update them, then run it again with \`--done\`.`,
  };
}
