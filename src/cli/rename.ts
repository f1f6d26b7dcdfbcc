import path from 'node:path';
import { count } from '../diagnostics/index.ts';
import { folderOf, type EntryKind } from '../model/index.ts';
import { listItems, type Content, type EntryFile } from '../sources/index.ts';
import { parseArguments, UsageError } from '../environment/index.ts';
import { CommandError } from './command-error.ts';
import { explainWriteError } from './file-error.ts';
import { explainFolder, findFolders, listFolders, toFolderName } from './find-folders.ts';
import type { Renaming } from './rename/edit-links.ts';
import { explainName, planRename, type RenamePlan } from './rename/plan.ts';
import { readSiteContent } from './read-site-content.ts';
import { writeFiles } from './write-files.ts';

/** Help text of `npm run rename`. */
export const usage = `npm run rename -- OLD NEW [--dry-run]

Renames an article or page: moves its folder, changes the links to it in all texts, and adds the old name to \`aliases\` in its
front matter, so that old addresses lead on to the new ones. Translations stay as current or outdated as they were.

  OLD        the folder of an article or page; write articles/OLD or pages/OLD if both exist
  NEW        its new name: lowercase words of any script, joined by hyphens
  --dry-run  print what would change, and change nothing

Environment:
  CONTENT_DIR  the content folder (default: site, else content)`;

/** Runs `npm run rename`. Throws a `UsageError` if the arguments don’t fit the content. */
export async function rename(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const { folder, content } = await readSiteContent();
  const found = findRenaming(options, content, folder);
  if (typeof found === 'string') throw new UsageError([found]);
  const source = findSource(found, content);
  const plan = await planRename(found, { content, source, folder: path.dirname(source.path) });
  if (!options.isDryRun)
    await writeFiles(folder, plan.files, [plan.move]).catch((error: unknown) => {
      throw explainWriteError(folder, error, {
        why: 'A rename changes all of its files or none, so nothing was changed.',
        fix: 'Check the folder’s permissions, or remove what blocks it.',
      });
    });
  console.log(describe(found, plan, options.isDryRun));
  return 0;
}

interface RenameOptions {
  old: string;
  to: string;
  isDryRun: boolean;
}

function parseOptions(args: string[]): RenameOptions {
  const { positionals, values } = parseArguments({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [old, to, ...others] = positionals;
  if (old === undefined || to === undefined) throw new UsageError(['Missing the old or the new name']);
  if (others.length > 0)
    throw new UsageError([
      `\`${others[0] ?? ''}\` is one name too many. Put a name with spaces into quotes, or better: use hyphens`,
    ]);
  return { old, to, isDryRun: values['dry-run'] };
}

/** Finds what to rename. Returns a message if there is no such article, or if it can’t have the new name. */
function findRenaming(
  { old, to }: RenameOptions,
  content: Content,
  contentFolder: string,
): Renaming | string {
  const folders = listFolders(content);
  const found = findFolders(old, folders);
  const mistake = explainFolder(old, found, folders);
  if (mistake !== undefined) return `${mistake}${hintOf(old, content)}`;
  const [parent = '', from = ''] = (found[0] ?? '').split('/');
  const kind: EntryKind = parent === 'pages' ? 'page' : 'article';
  const name = toFolderName(to);
  const renaming = { kind, from, to: name.replace(new RegExp(`^${parent}/`), '') };
  const { items, undecodable } = listItems(path.join(contentFolder, parent));
  const names = [...items.map(({ name }) => name.normalize('NFC')), ...undecodable.map(({ guess }) => guess)];
  return explainName(renaming, content, names) ?? renaming;
}

/** Returns a hint for a name that is an alias by now: the command was probably run before. */
function hintOf(old: string, { entries }: Content): string {
  const slug = toFolderName(old).replace(/^(?:articles|pages)\//, '');
  const renamed = entries.find(
    ({ entry: { role } }) => role.type === 'source' && role.aliases?.includes(slug) === true,
  );
  return renamed === undefined ? '' : ` (\`${slug}\` is an alias of ${folderOf(renamed)})`;
}

/** Returns the source of the article, which gets the alias. */
function findSource({ kind, from }: Renaming, { entries, unreadable, diagnostics }: Content): EntryFile {
  const folder = folderOf({ kind, slug: from });
  const broken = unreadable.find((place) => folderOf(place) === folder);
  const source = entries.find((each) => folderOf(each) === folder && each.entry.role.type === 'source');
  if (source !== undefined && broken === undefined) return source;
  const reported = diagnostics.find(({ file }) => file === broken?.file);
  throw new CommandError(
    [
      reported === undefined
        ? `${folder}: The article has no source`
        : `${reported.file}:${reported.line}:${reported.column}: ${reported.what}`,
      '  why  The old name is written into the front matter of the source, so all texts of the article must be readable. Nothing was changed.',
      '  fix  Run `npm run check`, correct what it reports for this article, and try again.',
    ].join('\n'),
  );
}

function describe({ kind, from, to }: Renaming, { links, alias }: RenamePlan, isDryRun: boolean): string {
  const places = links.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    `${isDryRun ? 'Would rename' : 'Renamed'} ${kind}s/${from} to ${kind}s/${to}.`,
    ...links.flatMap(({ file, lines }) => lines.map((line) => `  ${file}:${line}: link`)),
    ...(alias === undefined ? [] : [`  ${alias.file}: alias \`${alias.name}\``]),
    places === 0
      ? 'No text links to it.'
      : `${isDryRun ? 'Would change' : 'Changed'} links on ${count(places, 'line')} of ${count(links.length, 'text')}.`,
    ...(isDryRun ? ['Nothing was changed.'] : []),
  ].join('\n');
}
