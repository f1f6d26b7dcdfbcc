import path from 'node:path';
import {
  formatTranslationStatuses,
  formatUnpublished,
  listTranslationStatuses,
  listUnpublished,
} from '../check/index.ts';
import { errorsIn, formatReport } from '../diagnostics/index.ts';
import { parseArguments, resolveFolders, resolveNow } from '../environment/index.ts';
import type { ContentFolders } from '../sources/index.ts';
import { checkSite, type CheckedSite } from '../texts/index.ts';
import { borrowCache } from './build/reserve-cache.ts';
import { checkExternal } from './external/check-external.ts';
import { root } from './root.ts';

/** Help text of `npm run check`. */
export const usage = `npm run check [-- --all] [--external]

Checks the content and prints every error and warning with its file, line and column, the reason it matters and a fix,
then the articles that are not published yet and the status of the translations. Exits with 1 if there are errors: a build stops at errors, but not at warnings.

  --all       prints every error and warning in full; by default only the first of many from one rule
  --external  also asks other sites whether the addresses that texts link to exist, at most one request a second per site; good
              answers count for a week. What has moved, is missing or can’t be reached is a warning.

Environment:
  CONTENT_DIR  the content folder (default: site, else content)`;

/** Runs `npm run check`: prints diagnostics and translation statuses. Returns 1 if there are errors. */
export async function check(args: string[] = []): Promise<number> {
  const { values } = parseArguments({
    args,
    options: { all: { type: 'boolean', default: false }, external: { type: 'boolean', default: false } },
  });
  const directory = process.cwd();
  const { content } = resolveFolders(process.env, directory);
  const folders = { content, publicFolder: path.join(root, 'public'), root: directory };
  const { diagnostics: found, library } = await checkCached(folders);
  const external = values.external
    ? await checkExternal(library, { now: resolveNow(process.env), onProgress: console.error })
    : [];
  const diagnostics = [...found, ...external];
  const report =
    diagnostics.length === 0
      ? 'The content has no errors and no warnings.'
      : formatReport(diagnostics, values.all);
  console.log(
    [
      report,
      formatUnpublished(listUnpublished(library)),
      formatTranslationStatuses(listTranslationStatuses(library)),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return errorsIn(diagnostics).length === 0 ? 0 : 1;
}

async function checkCached(folders: ContentFolders): Promise<CheckedSite> {
  const now = resolveNow(process.env);
  const { folder, isReadOnly, release } = await borrowCache(folders.content);
  try {
    return await checkSite(folders, { cache: folder, isReadOnly, now });
  } finally {
    release();
  }
}
