import path from 'node:path';
import { checkSite } from '../../texts/index.ts';
import { errorsIn } from '../../diagnostics/index.ts';
import { createFolder, root, writeFiles } from '../../tools/sites/run.ts';
import { arm, hostileTexts, hostileTitles } from './vectors.ts';

/** The content folder of a site of hostile texts. */
export interface HostileSite {
  content: string;
  /** The hostile pieces of each article, by its slug. The article has a heading `Piece N` before the piece with index N. */
  pieces: ReadonlyMap<string, readonly string[]>;
  /** The pieces that `check` refuses as errors, so that a build never has them. */
  refused: readonly string[];
}

/** Slug of an article with harmless words only. */
export const harmless = 'harmless';

/** Writes a content folder with all hostile pieces that `check` accepts, and hostile titles, in both languages. */
export async function writeHostileSite(): Promise<HostileSite> {
  const refused = await findRefused(Object.values(hostileTexts).flat());
  const pieces = new Map(
    Object.entries(hostileTexts).map(([kind, texts]): [string, string[]] => [
      kind.replaceAll(' ', '-'),
      texts.filter((text) => !refused.includes(text)),
    ]),
  );
  const content = createFolder('hostile');
  writeFiles(content, settings);
  for (const [slug, texts] of pieces) writeArticle(content, slug, slug, toSections(texts));
  writeArticle(content, harmless, harmless, toSections(['word', 'word']));
  hostileTitles.forEach((title, index) => {
    writeArticle(content, `title-${index}`, arm(title), 'Words.');
  });
  return { content, pieces, refused };
}

/** Checks each piece as an article of its own, and returns those with errors. */
async function findRefused(texts: readonly string[]): Promise<string[]> {
  const content = createFolder('hostile-alone');
  writeFiles(content, settings);
  texts.forEach((text, index) => {
    writeArticle(content, `alone-${index}`, 'Alone', arm(text));
  });
  const folders = { content, publicFolder: path.join(root, 'public'), root: content };
  const { diagnostics } = await checkSite(folders, {
    cache: createFolder('hostile-cache'),
    now: new Date('2026-06-01'),
  });
  const files = errorsIn(diagnostics).map(({ file }) => Number(/alone-(\d+)/.exec(file)?.[1]));
  return texts.filter((_, index) => files.includes(index));
}

function toSections(texts: readonly string[]): string {
  return texts.map((text, index) => `## Piece ${index}\n\n${arm(text)}\n`).join('\n');
}

function writeArticle(content: string, slug: string, title: string, body: string): void {
  const name = JSON.stringify(title);
  writeFiles(path.join(content, 'articles', slug), {
    'ko.md': `---\ntitle: ${name}\ndescription: ${name}\ndate: 2026-01-01\n---\n\n${body}\n`,
    'en.md': `---\ntitle: ${name}\ndescription: ${name}\ntranslates: { from: ko }\n---\n\n${body}\n`,
    'dot.png': pixel,
  });
}

const settings = {
  'site.yaml':
    'name: { ko: 시험, en: Test }\ndescription: { ko: 시험, en: Test }\nauthor: { name: A }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
};

/** A PNG image of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
