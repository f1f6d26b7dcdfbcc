import path from 'node:path';
import { checkContent, formatTranslationStatuses } from '../check/index.ts';
import { errorsIn, formatReport } from '../diagnostics/index.ts';
import { resolveFolders, resolveNow } from '../sources/index.ts';
import { root } from './root.ts';

/** `npm run check`: tell everything wrong with the content and how its translations stand; ends with 1 if anything of it is an error. */
export async function check(): Promise<number> {
  const directory = process.cwd();
  const { content } = resolveFolders(process.env, directory);
  const folders = { content, publicFolder: path.join(root, 'public'), root: directory };
  const { diagnostics, translations } = await checkContent(folders, resolveNow(process.env));
  const told =
    diagnostics.length === 0 ? 'The content has no errors and no warnings.' : formatReport(diagnostics);
  console.log([told, formatTranslationStatuses(translations)].filter((part) => part !== '').join('\n\n'));
  return errorsIn(diagnostics).length === 0 ? 0 : 1;
}
