import { readFile } from 'node:fs/promises';
import { findUnfinished } from '../../check/index.ts';
import { count } from '../../diagnostics/index.ts';
import { pairWithSource, type Text } from '../../library/index.ts';
import { decodeText, splitFrontMatter } from '../../sources/index.ts';
import { editLines, findUntouched, isSameText, refreshTranslation } from '../../translation/index.ts';
import { parseMarkdown } from '../../markdown/index.ts';
import type { Job } from './jobs.ts';
import type { Outcome } from './outcome.ts';

/** Mark in a translation what its source has changed, for its author to bring up to date. */
export async function refresh(job: Job, text: Text): Promise<Outcome> {
  const { folder, locale, source } = job;
  const name = `${locale}.md`;
  const nothing = (told: string): Outcome => ({ told, kind: 'nothing', files: [], diagnostics: [] });
  const left = findUnfinished(text).length;
  if (text.survey.blocks.length === 0 || (left > 0 && !isOutdated(text)))
    return nothing(
      left === 0
        ? `${folder}: ${name} has no text yet; write it, or delete the file and run this again to begin it.`
        : `${folder}: ${name} has ${count(left, 'place')} left to do, and no change of its source to mark.`,
    );
  if (text.translation === undefined || text.translation.type === 'unrecorded')
    return nothing(
      `${folder}: nothing is known of what ${name} renders; \`--done\` records that it renders ${source.file.locale}.md as it is now.`,
    );
  if (text.translation.type === 'current') return nothing(`${folder}: ${name} is current; nothing to do.`);
  const pair = pairWithSource(text, [source]);
  const changes = pair === undefined ? [] : findUntouched(pair);
  const refreshed = refreshTranslation({
    source: { locale: source.file.locale, body: source.file.body },
    body: text.file.body,
    changes,
  });
  if (refreshed.type === 'unmarkable') return refused(job, text);
  const { edits, revisit, translate } = refreshed;
  if (edits.length === 0)
    return nothing(
      `${folder}: ${name} is outdated, and all is marked or worked on; \`--done\` says that it is done.`,
    );
  const current = await readFile(text.file.path);
  const marked = editLines(current.toString('utf8'), edits);
  if (!isKept(text, Buffer.from(marked))) return refused(job, text);
  const counts = [
    ...(revisit > 0 ? [`${revisit} to look at again`] : []),
    ...(translate > 0 ? [`${translate} to write`] : []),
  ];
  return {
    told: `${folder}: ${name} is outdated; marked in it: ${counts.join(', ')}.`,
    kind: 'done',
    files: [{ path: text.file.path, text: marked, current }],
    diagnostics: [],
  };
}

function isOutdated({ translation }: Text): boolean {
  return translation?.type === 'outdated';
}

/** Whether a file still says all that its author wrote. */
function isKept({ file }: Text, bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes, file.file);
  const split = 'text' in decoded ? splitFrontMatter(decoded.text, file.file) : undefined;
  if (split === undefined || !('body' in split)) return false;
  return isSameText(
    { body: file.body, tree: parseMarkdown(file.body) },
    { body: split.body, tree: parseMarkdown(split.body) },
  );
}

function refused({ folder, locale, slug, source }: Job, { file: { file } }: Text): Outcome {
  return {
    told: `${folder}: ${locale}.md is left as it was.`,
    kind: 'refused',
    files: [],
    diagnostics: [
      {
        file,
        line: 1,
        column: 1,
        rule: 'translation/unmarkable',
        severity: 'error',
        what: 'Unexpected mark-up, expected places where a comment changes nothing of the text',
        why: 'Marks would move blocks of yours into other lists or quotes; nothing was written.',
        fix: `Look up in \`npm run check\` what has changed in ${source.file.locale}.md, and put \`npm run translate -- ${slug} --to ${locale} --done\` behind it.`,
      },
    ],
  };
}
