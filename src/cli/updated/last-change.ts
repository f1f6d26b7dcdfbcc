import { parseMarkdown, surveyMarkdown } from '../../markdown/index.ts';
import { listVersions, readVersion } from '../file-history.ts';

/**
 * Returns when the text of a file last changed, by its Git history: the time of the commit; `uncommitted` if the file differs from the
 * last commit; `never` if it has been the same since it was first committed; `no-history` if it never was.
 *
 * @param file absolute path
 * @param body its text as it is now
 */
export async function findLastChange(
  file: string,
  body: string,
): Promise<Date | 'uncommitted' | 'never' | 'no-history'> {
  const [newest, ...older] = await listVersions(file);
  if (newest === undefined) return 'no-history';
  const now = digestsOf(body);
  if (digestsOf((await readVersion(file, newest)) ?? '') !== now) return 'uncommitted';
  let since = newest.date;
  for (const version of older) {
    if (digestsOf((await readVersion(file, version)) ?? '') !== now) return since;
    since = version.date;
  }
  return 'never';
}

/** Returns a string that two texts share if their blocks say the same. */
function digestsOf(body: string): string {
  return surveyMarkdown(parseMarkdown(body))
    .blocks.map(({ digest }) => digest)
    .join(' ');
}
