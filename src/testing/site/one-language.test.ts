import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, createFolder, listFiles, writeFiles } from '../../tools/sites/run.ts';

test('a site in one language has no second column, and nothing that leads to another language', async () => {
  const [content, output] = [createFolder('one-language'), createFolder('one-language-built')];
  const article = (title: string, date: string): string =>
    `---\ntitle: ${title}\ndescription: D\ndate: ${date}\ntopics: [small]\n---\n\nText.\n`;
  writeFiles(content, {
    'site.yaml':
      'name: { en: Notes }\ndescription: { en: Notes about small computers }\nauthor: { name: A }\norigin: https://example.org\ntimezone: UTC\nlocales: [en]\n',
    'topics.yaml': 'small:\n  label: { en: Small }\n  description: { en: Small things }\n',
    'articles/one/en.md': article('One', '2026-01-01'),
    'articles/two/en.md': article('Two', '2026-01-02'),
  });
  await buildSite(content, output);
  const pages = listFiles(output).filter((file) => file.endsWith('.html'));
  expect(pages).toContain('en/articles/two/index.html');
  for (const file of pages) {
    const html = readFileSync(path.join(output, file), 'utf8');
    expect(html, file).not.toMatch(
      /class="(?:[^"]* )?(?:beside|facing|spread--paired)[ "]|data-reading|side-by-side/,
    );
  }
  const home = readFileSync(path.join(output, 'en/index.html'), 'utf8');
  const root = readFileSync(path.join(output, 'index.html'), 'utf8');
  expect(root).toContain('<meta http-equiv="refresh" content="0; url=/en/">');
  expect(root).toContain('<link rel="canonical" href="https://example.org/en/">');
  const texts = ['en/feed.xml', 'llms.txt', 'sitemap-en.xml', 'robots.txt', ...pages];
  for (const file of texts)
    expect(readFileSync(path.join(output, file), 'utf8'), file).not.toMatch(
      /hreflang="(?:ko|x-default)"|\/ko\/|[가-힣]|side by side/i,
    );
  expect(home.match(/<svg class="sign"/g)).toHaveLength(2);
});
