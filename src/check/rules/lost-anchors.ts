import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { kindOfId, listIds } from '../../model/index.ts';
import { limitReports } from '../limit-reports.ts';
import type { Rule } from '../rule.ts';

/** Reports published ids that nothing in the text has any more. */
export const checkLostAnchors: Rule = ({ texts }) =>
  texts.flatMap((text) => {
    const current = new Set([...listIds(text.survey.places, text.placeIds), ...text.formerIds]);
    const lost = (text.file.sync?.anchors ?? []).flatMap(({ id }, index) =>
      current.has(id) ? [] : [reportLost(text, id, index)],
    );
    return limitReports(lost, (count) => `${count} more published anchors no longer exist, from here on`);
  });

/** Reports a lost id at its line in the sync file, or at the top of the text if the sync file was not read from disk. */
function reportLost({ file }: Text, id: string, index: number): Diagnostic {
  const place = file.syncPlaces?.get(`anchors.${index}`);
  return {
    file: place === undefined ? file.file : file.file.replace(/\.md$/, '.sync.yaml'),
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    rule: 'anchor/lost',
    severity: 'warning',
    what: `The anchor \`#${id}\` was published, but no longer exists in ${file.locale}.md`,
    why: 'Existing links to it now lead to the top of the page.',
    fix: `${howToKeep(id)}. If its content is gone, remove this line from ${file.locale}.sync.yaml.`,
  };
}

function howToKeep(id: string): string {
  const comment = `Write \`<!-- anchor: ${id} -->\` on a line of its own before the block where its content is now`;
  switch (kindOfId(id)) {
    case 'footnote':
      return `${comment}, or give the footnote that replaces it the label \`[^${id.slice('fn-'.length)}]\``;
    case 'heading':
      return `${comment}, or \`{#${id}}\` at the end of the heading that replaces it`;
    default:
      return comment;
  }
}
