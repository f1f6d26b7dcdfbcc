import path from 'node:path';
import { errorsIn, formatGroupedReport } from '../diagnostics/index.ts';
import { resolveFolders } from '../environment/index.ts';
import { readContent, type Content } from '../sources/index.ts';
import { CommandError } from './command-error.ts';
import { root } from './root.ts';

/**
 * Reads the content that a command changes, and returns it with its folder. Throws a `CommandError` if its `site.yaml` is
 * missing, as the folder is no content folder then, or if one of the YAML files is invalid.
 */
export async function readSiteContent(): Promise<{ folder: string; content: Content }> {
  const directory = process.cwd();
  const { content: folder } = resolveFolders(process.env, directory);
  const content = await readContent({
    content: folder,
    publicFolder: path.join(root, 'public'),
    root: directory,
  });
  const settings = new Set(Object.values(content.files).map(({ name }) => name));
  const errors = errorsIn(content.diagnostics).filter(({ file }) => settings.has(file));
  if (errors.length > 0) throw new CommandError(`${formatGroupedReport(errors)}\n\nNothing was written.`);
  return { folder, content };
}
