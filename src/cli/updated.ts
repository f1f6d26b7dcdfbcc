import { readFile } from 'node:fs/promises';
import { count } from '../diagnostics/index.ts';
import { parseArguments, resolveNow, todayAt, UsageError } from '../environment/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import { folderOf, type Site } from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';
import { CommandError } from './command-error.ts';
import { explainWriteError } from './file-error.ts';
import { explainFolder, findFolders, listFolders } from './find-folders.ts';
import { findLastChange } from './updated/last-change.ts';
import { setUpdated } from './updated/set-updated.ts';
import { readSiteContent } from './read-site-content.ts';
import { writeFiles, type NewFile } from './write-files.ts';

/** Help text of `npm run updated`. */
export const usage = `npm run updated -- NAME… [--dry-run]
npm run updated -- --all [--dry-run]

Sets \`updated\` in the front matter of articles to the day on which Git last has a change of the source’s text; an uncommitted
change counts as of today. Changes of front matter, line breaks and other formatting don’t count, nor do those on the day of
publication.

  NAME       the folder of an article or page; write articles/NAME or pages/NAME if both exist
  --all      all articles and pages
  --dry-run  print what would change, and change nothing

Environment:
  CONTENT_DIR  the content folder (default: site, else content)`;

/** Runs `npm run updated`. Throws a `UsageError` if the arguments don’t fit the content. */
export async function updated(args: string[]): Promise<number> {
  const { positionals, values } = parseArguments({
    args,
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
  });
  if (positionals.length === 0 && !values.all)
    throw new UsageError(['Missing the name of an article, or `--all`']);
  const { folder, content } = await readSiteContent();
  const folders = listFolders(content);
  const named = positionals.map((name) => findFolders(name, folders));
  const mistakes = named.flatMap(
    (found, index) => explainFolder(positionals[index] ?? '', found, folders) ?? [],
  );
  if (mistakes.length > 0) throw new UsageError(mistakes);
  const wanted = new Set(values.all ? folders : named.flat());
  const sources = content.entries.filter(
    (file) => wanted.has(folderOf(file)) && file.entry.role.type === 'source',
  );
  const today = todayAt(resolveNow(process.env), content.site);
  const changes: Change[] = [];
  for (const source of sources)
    changes.push(...(await findChange(source, { site: content.site, today, isNamed: !values.all })));
  if (!values['dry-run'] && changes.length > 0)
    await writeFiles(
      folder,
      changes.map(({ file }) => file),
    ).catch((error: unknown) => {
      throw explainWriteError(folder, error, {
        why: 'All files are written or none, so nothing was changed.',
        fix: 'Check the folder’s permissions.',
      });
    });
  const verb = values['dry-run'] ? 'Would set' : 'Set';
  console.log(
    [
      ...changes.map(({ name, day }) => `${name}: updated: ${day}`),
      `${verb} \`updated\` in ${count(changes.length, 'text')}; ${sources.length - changes.length} unchanged.`,
    ].join('\n'),
  );
  return 0;
}

/** A text whose front matter gets another day. */
interface Change {
  name: string;
  day: CalendarDate;
  file: NewFile;
}

interface ChangeOptions {
  site: Site;
  today: CalendarDate;
  /** Whether the author named the text, so that it is a mistake if Git doesn’t know it. */
  isNamed: boolean;
}

async function findChange(source: EntryFile, { site, today, isNamed }: ChangeOptions): Promise<Change[]> {
  const { role } = source.entry;
  if (role.type !== 'source') return [];
  const change = await findLastChange(source.path, source.body);
  if (change === 'no-history' && isNamed)
    throw new CommandError(
      [
        `${source.file}: Git has no history of this file`,
        '  why  The day of the last change is read from Git. Nothing was changed.',
        '  fix  Commit the file first, or write `updated: YYYY-MM-DD` into its front matter.',
      ].join('\n'),
    );
  if (change === 'never' || change === 'no-history') return [];
  const day = change === 'uncommitted' ? today : todayAt(change, site);
  if (day <= (role.date ?? '') || day === role.updated) return [];
  const current = await readFile(source.path);
  const text = setUpdated(current.toString('utf8'), day);
  return [{ name: source.file, day, file: { path: source.path, text, current } }];
}
