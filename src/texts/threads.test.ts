import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { sourceText, translatedText, withContentFolder } from '../testing/build-content.ts';
import { openTexts, readBody } from './index.ts';

const threads = vi.hoisted(() => ({ count: 0 }));
vi.mock('../parallel/index.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof import('../parallel/index.ts')>()),
  threadsFor: () => threads.count,
}));

const files = {
  'articles/a/ko.md': sourceText('## 하나\n\n```js\nconst a = 1;\n```\n\n![](점.png)'),
  'articles/a/점.png': '',
  'articles/a/en.md': translatedText('## One\n\nText[^1]\n\n[^1]: Note'),
  'articles/b/ko.md': sourceText('```mermaid\nflowchart LR\n  a --> b\n```\n\n$x^2$ :::none'),
  'articles/deep/ko.md': sourceText('<b>'.repeat(400)),
  'articles/limit/en.md': sourceText('> '.repeat(3000)),
};

test(
  'Texts that were made in threads equal those made in the main thread, diagnostics included',
  { timeout: 60_000 },
  async () => {
    await withContentFolder(files, async (folders) => {
      const load = async (count: number) => {
        threads.count = count;
        const cache = path.join(folders.root, 'caches', String(count));
        const texts = openTexts({ ...folders, cache, now: new Date('2026-06-01'), mode: 'preview' });
        const { entries, diagnostics } = await texts.load();
        const bodies = await Promise.all(entries.map(async ({ content }) => readBody(cache, content)));
        return { entries, diagnostics, bodies };
      };
      const alone = await load(0);
      expect(alone.diagnostics.map(({ rule }) => rule)).toContain('text/limit');
      expect(await load(2)).toEqual(alone);
    });
  },
);
