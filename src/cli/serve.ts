import { startHost } from '../host/index.ts';
import { localeToLabel } from '../locale/index.ts';
import { readSite, resolveFolders } from '../sources/index.ts';
import { CommandError } from './command-error.ts';
import { readPort } from './port.ts';

/** `npm run serve`: serve the built site as a good host would, until it is interrupted. */
export async function serve(words: string[]): Promise<number> {
  const { content, output } = resolveFolders(process.env, process.cwd());
  const site = await readSite(content);
  if (Array.isArray(site)) throw new CommandError('site.yaml cannot be read: run `npm run check`.');
  const host = await startHost({ directory: output, base: site.base, port: readPort(words, process.env) });
  for (const locale of site.locales) {
    console.log(`${localeToLabel(locale).padEnd(10)} ${new URL(`${site.base}${locale}/`, host.url).href}`);
  }
  console.log('Ctrl+C ends it.');
  return 0;
}
