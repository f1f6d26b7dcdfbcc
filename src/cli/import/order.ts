import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isLocaleTag, type Locale } from '../../locale/index.ts';

/** What an import is asked to do; folders are absolute paths. */
export interface ImportOrder {
  from: string;
  to: string;
  source: Locale;
  force: boolean;
}

/** How the command is called. */
export const usage = `npm run import -- --from DIR --to CONTENT [--source ko] [--force]

  --from    the folder that holds ko/<name>.md and en/<name>.md
  --to      the content folder that they become articles of; it need not be there
  --source  the language that counts as written first (ko if nothing is said)
  --force   overwrite texts that stand there with other words`;

/** What the words after the command ask for, or everything that is wrong with them. */
export async function readOrder(words: string[], directory: string): Promise<ImportOrder | string[]> {
  let given;
  try {
    given = parseArgs({
      args: words,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        source: { type: 'string', default: 'ko' },
        force: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const { from, to, source, force } = given;
  const mistakes = [
    ...(from === undefined || from === '' ? ['Missing `--from DIR`: the folder to bring in'] : []),
    ...(to === undefined || to === '' ? ['Missing `--to CONTENT`: the content folder to bring it into'] : []),
    ...(isLocaleTag(source)
      ? []
      : [`Unexpected \`--source ${source}\`, expected a language such as \`ko\` or \`en\``]),
  ];
  const order = {
    from: path.resolve(directory, from ?? ''),
    to: path.resolve(directory, to ?? ''),
    source,
    force,
  };
  if (from !== undefined && from !== '' && !(await isFolder(order.from)))
    mistakes.push(`Unexpected \`--from ${from}\`, expected a folder that is there`);
  if (to !== undefined && to !== '' && (await isOther(order.to)))
    mistakes.push(`Unexpected \`--to ${to}\`, expected a folder, or a name that is free`);
  if (mistakes.length === 0 && contains(await realPath(order.from), await realPath(order.to)))
    mistakes.push(
      `Unexpected \`--to ${order.to}\` in \`--from\`, expected a folder outside it: what is written would be brought in with the next run`,
    );
  return mistakes.length === 0 ? order : mistakes;
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Whether something stands there that is no folder. */
async function isOther(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}

/** A path with its symbolic links followed, as far as it is there. */
async function realPath(name: string): Promise<string> {
  return realpath(name).catch(async () => {
    const parent = path.dirname(name);
    return parent === name ? name : path.join(await realPath(parent), path.basename(name));
  });
}

function contains(folder: string, other: string): boolean {
  const way = path.relative(folder, other);
  return way === '' || (!/^\.\.(?:[/\\]|$)/.test(way) && !path.isAbsolute(way));
}
