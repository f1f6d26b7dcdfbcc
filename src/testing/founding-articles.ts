import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Articles of Narani itself, whose figures, captures and searches many tests are about. */
const slugs = ['danish-childcare', 'ps-vs-top', 'silent-voicemail', 'writing-guide'];

/** Whether `content/` has Narani’s own articles. An owner whose site is in `site/` may have deleted them. */
export const hasFoundingArticles = slugs.every((slug) =>
  existsSync(path.join(root, 'content/articles', slug, 'ko.md')),
);

/** Matches test files that read the captures or the folder of these articles, or use a tool that does, as a comment in them states. */
const usesFiles =
  /\b(?:readCaptureFile|readVoicemail|articleCaptures)\b|\broot, 'content|\/\/ Needs Narani’s own articles\b/;
/** Matches test files that use the site built of them. */
const usesSite = /'narani'|\btestedPages\b/;

/** Lists the test files, relative to the project, that need Narani’s own articles. */
export function listFilesNeedingThem(): string[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|spec)\.ts$/.test(file))
    .map((file) => `src/${file}`)
    .filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return usesFiles.test(text) || (file.startsWith('src/testing/') && usesSite.test(text));
    })
    .sort();
}

/** Returns the test files that cannot run in this checkout, and says so on the terminal with the reason. */
export function skipFilesNeedingThem(kind: RegExp): string[] {
  if (hasFoundingArticles) return [];
  const files = listFilesNeedingThem().filter((file) => kind.test(file));
  // Vitest loads its configuration several times.
  if (process.env.SKIPPED_FILES_LISTED === '1') return files;
  process.env.SKIPPED_FILES_LISTED = '1';
  console.warn(
    `Skipped: ${files.length} test files that need Narani’s own articles, which this checkout does not have in content/.\n${files.map((file) => `  ${file}\n`).join('')}` +
      '  To run them, restore the articles: git checkout upstream/main -- content',
  );
  return files;
}
