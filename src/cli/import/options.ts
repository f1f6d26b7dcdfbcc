import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArguments, UsageError } from '../../environment/index.ts';
import { isLocaleTag, type Locale } from '../../locale/index.ts';

/** The options of an import. Folders are absolute paths. */
export interface ImportOptions {
  from: string;
  to: string;
  /** The language that counts as the source of new articles. */
  source: Locale;
  /** Whether existing texts may be overwritten. */
  force: boolean;
}

/** Help text of `npm run import`. */
export const usage = `npm run import -- --from DIR --to CONTENT [--source ko] [--force]

Converts a folder of Markdown texts into articles. Everything that can’t be converted is reported with its file and line.
If there are errors, nothing is written.

  --from DIR      the folder with ko/<name>.md and en/<name>.md
  --to CONTENT    the content folder to add the articles to; it is created if it does not exist
  --source LANG   the language that articles were first written in (default: ko)
  --force         overwrite existing texts that differ`;

/**
 * Parses the arguments of the command.
 *
 * @throws UsageError with every mistake in them
 */
export async function parseOptions(args: string[], directory: string): Promise<ImportOptions> {
  const { values } = parseArguments({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      source: { type: 'string', default: 'ko' },
      force: { type: 'boolean', default: false },
    },
  });
  const { from, to, source, force } = values;
  const mistakes = [
    ...(from === undefined || from === '' ? ['Missing `--from DIR`: the folder to import'] : []),
    ...(to === undefined || to === '' ? ['Missing `--to CONTENT`: the content folder to import into'] : []),
    ...(isLocaleTag(source)
      ? []
      : [`Unexpected \`--source ${source}\`, expected a language such as \`ko\` or \`en\``]),
  ];
  const options = {
    from: path.resolve(directory, from ?? ''),
    to: path.resolve(directory, to ?? ''),
    source,
    force,
  };
  if (from !== undefined && from !== '' && !(await isFolder(options.from)))
    mistakes.push(`\`--from ${from}\` is not an existing folder`);
  if (to !== undefined && to !== '' && (await isNotFolder(options.to)))
    mistakes.push(`\`--to ${to}\` exists, but is not a folder`);
  if (mistakes.length === 0 && contains(await realPath(options.from), await realPath(options.to)))
    mistakes.push(
      `\`--to ${options.to}\` is inside \`--from\`, so the next run would import the result again. Choose a folder outside it.`,
    );
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return options;
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Returns whether the path exists and is not a folder. */
async function isNotFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}

/** Resolves symbolic links in the part of a path that exists. */
async function realPath(name: string): Promise<string> {
  return realpath(name).catch(async () => {
    const parent = path.dirname(name);
    return parent === name ? name : path.join(await realPath(parent), path.basename(name));
  });
}

function contains(folder: string, other: string): boolean {
  const relative = path.relative(folder, other);
  return relative === '' || (!/^\.\.(?:[/\\]|$)/.test(relative) && !path.isAbsolute(relative));
}
