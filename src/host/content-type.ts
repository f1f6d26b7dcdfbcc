import { extname } from 'node:path';

/** Text is UTF-8 in every file this site writes; without a charset a browser guesses, and guesses Hangul wrong. */
const textTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.log': 'text/plain',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** The content type of a text file, charset included; other files keep the type the file server knows. */
export function textContentType(name: string): string | undefined {
  const type = textTypes[extname(name).toLowerCase()];
  return type === undefined ? undefined : `${type}; charset=utf-8`;
}
