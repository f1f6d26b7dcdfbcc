import type { Diagnostic } from '../../diagnostics/index.ts';
import { findSource, type Text } from '../../library/index.ts';
import type { SourceChange } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { nameBlock } from '../words.ts';

/** Translations render their sources as these are. */
export const checkOutdated: Rule = ({ texts }) =>
  texts.flatMap((text) => {
    const source = findSource(text, texts);
    if (source === undefined || text.translation?.type !== 'outdated') return [];
    return text.translation.changes.map((change) => describeChange(change, text, source));
  });

/** What is told of a change since a translation was made: in the source where it stands, else where it is still rendered. */
export function describeChange(change: SourceChange, text: Text, source: Text): Diagnostic {
  const { locale, slug } = text.file;
  const name = `${locale}.md`;
  const placed = source.survey.blocks[change.source ?? -1];
  const rendering = text.survey.blocks[change.renders[0] ?? -1];
  const block = placed ?? rendering;
  const noun = block === undefined ? 'block' : nameBlock(block);
  const after = text.survey.blocks[change.after ?? -1];
  const where = after === undefined ? `at the beginning of ${name}` : `after ${name}:${after.line}`;
  const whats: Record<SourceChange['kind'], string> = {
    changed:
      rendering === undefined
        ? `Unexpected change of a ${noun}, expected what it says ${where}`
        : `Unexpected change of a ${noun}, expected what ${name}:${rendering.line} renders`,
    added: `Unexpected new ${noun}, expected its translation ${where}`,
    removed: `Unexpected ${noun} whose source is gone, expected what ${source.file.locale}.md says`,
  };
  return {
    file: (placed === undefined ? text : source).file.file,
    line: block?.line ?? 1,
    column: block?.column ?? 1,
    rule: 'translation/outdated',
    severity: 'warning',
    what: whats[change.kind],
    why: `Readers of ${name} are told what the text said before.`,
    fix: `\`npm run translate -- ${slug} --to ${locale}\` marks what to look at again in ${name}; with \`--done\` it says that it is done.`,
  };
}
