import { readFile } from 'node:fs/promises';
import { findUnfinished } from '../../check/index.ts';
import { count } from '../../diagnostics/index.ts';
import { pairWithSource, type Text } from '../../library/index.ts';
import { decodeText, splitFrontMatter } from '../../sources/index.ts';
import { editLines, findUneditedChanges, isSameText, markChanges } from '../../translation/index.ts';
import { parseMarkdown } from '../../markdown/index.ts';
import { findEarlierBlocks } from './earlier-blocks.ts';
import type { Job } from './jobs.ts';
import type { Outcome } from './outcome.ts';

/** Marks the passages of a translation whose source has changed, for its author to update. */
export async function mark(job: Job, text: Text): Promise<Outcome> {
  const { folder, locale, source } = job;
  const name = `${locale}.md`;
  const unchanged = (message: string): Outcome => ({
    message,
    kind: 'unchanged',
    files: [],
    diagnostics: [],
  });
  const left = findUnfinished(text).length;
  if (text.survey.blocks.length === 0 || (left > 0 && !isOutdated(text)))
    return unchanged(
      left === 0
        ? `${folder}: ${name} has no text yet. Write it, or delete the file and run this command again to start from the source.`
        : `${folder}: ${name} has ${count(left, 'place')} to finish; its source has no other changes to mark.`,
    );
  if (text.translation === undefined || text.translation.type === 'unrecorded')
    return unchanged(
      `${folder}: no baseline is recorded for ${name}, so changes can’t be detected. \`--done\` records that it matches ${source.file.locale}.md as it is now.`,
    );
  if (text.translation.type === 'current') return unchanged(`${folder}: ${name} is up to date.`);
  const pair = pairWithSource(text, [source]);
  const changes = pair === undefined ? [] : findUneditedChanges(pair);
  const refreshed = markChanges({
    source: { locale: source.file.locale, body: source.file.body },
    body: text.file.body,
    changes,
    earlier: await findEarlierBlocks(source.file.path, new Set(changes.flatMap(({ was }) => was ?? []))),
  });
  if (refreshed.type === 'unmarkable') return refused(job, text);
  const { edits, revisit, added } = refreshed;
  if (edits.length === 0)
    return unchanged(
      `${folder}: ${name} is outdated, but every change is already marked or edited. Run this command with \`--done\` when the translation is up to date.`,
    );
  const current = await readFile(text.file.path);
  const marked = editLines(current.toString('utf8'), edits);
  if (!keepsText(text, Buffer.from(marked))) return refused(job, text);
  const counts = [
    ...(revisit > 0 ? [`${revisit} to review`] : []),
    ...(added > 0 ? [`${added} to translate`] : []),
  ];
  return {
    message: `${folder}: ${name} is outdated; marked ${counts.join(' and ')}.`,
    kind: 'done',
    files: [{ path: text.file.path, text: marked, current }],
    diagnostics: [],
  };
}

function isOutdated({ translation }: Text): boolean {
  return translation?.type === 'outdated';
}

/** Returns whether a marked file still has the text of the original: the marks must be the only difference. */
function keepsText({ file }: Text, bytes: Uint8Array): boolean {
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
    message: `${folder}: ${locale}.md was not changed.`,
    kind: 'refused',
    files: [],
    diagnostics: [
      {
        file,
        line: 1,
        column: 1,
        rule: 'translation/unmarkable',
        severity: 'error',
        what: 'The changes can’t be marked: a comment would alter the structure of the text',
        why: 'The marks would move blocks into other lists or quotes, so nothing was written.',
        fix: `Run \`npm run check\` to see what has changed in ${source.file.locale}.md and update the translation. Then run \`npm run translate -- ${slug} --to ${locale} --done\`.`,
      },
    ],
  };
}
