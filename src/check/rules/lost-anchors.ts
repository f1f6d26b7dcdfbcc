import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { kindOfId, listIds } from '../../model/index.ts';
import { tellFew } from '../few.ts';
import type { Rule } from '../rule.ts';

/** What has been published under an id is still there. */
export const checkLostAnchors: Rule = ({ texts }) =>
  texts.flatMap((text) => {
    const there = new Set(listIds(text.survey.places, text.placeIds));
    const lost = (text.file.sync?.anchors ?? []).flatMap(({ id }, index) =>
      there.has(id) ? [] : [tellLost(text, id, index)],
    );
    return tellFew(lost, (count) => `Missing ${count} more anchors that were published, from here on`);
  });

/** At its line of the sync file, where that has been read from disk. */
function tellLost({ file }: Text, id: string, index: number): Diagnostic {
  const place = file.syncPlaces?.get(`anchors.${index}`);
  return {
    file: place === undefined ? file.file : file.file.replace(/\.md$/, '.sync.yaml'),
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    rule: 'anchor/lost',
    severity: 'warning',
    what: `Missing \`#${id}\`, which was published: nothing in ${file.locale}.md has it any more`,
    why: 'Links to it from elsewhere lead to the head of the page.',
    fix: `${takeItsPlace(id)}; if nothing did, take its line out of ${file.locale}.sync.yaml.`,
  };
}

function takeItsPlace(id: string): string {
  return kindOfId(id) === 'footnote'
    ? `Call the footnote that took its place \`[^${id.slice('fn-'.length)}]\``
    : `Write \`{#${id}}\` at the end of the heading that took its place`;
}
