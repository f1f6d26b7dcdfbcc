import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, createFolder, listFiles, writeFiles } from '../../tools/sites/run.ts';

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';

describe('A site with its own logo, accent, links, counter and compressed files', () => {
  let output = '';
  let files: string[] = [];
  const read = (file: string): string => readFileSync(path.join(output, file), 'utf8');
  const pages = (): string[] => files.filter((file) => file.endsWith('.html'));

  beforeAll(async () => {
    const content = createFolder('own-identity');
    output = createFolder('own-identity-built');
    writeFiles(content, {
      'site.yaml': `name: { ko: 메모, en: Notes }
description: { ko: 작은 컴퓨터, en: Small computers }
author: { name: A }
origin: https://example.org
base: /kb/
timezone: UTC
locales: [ko, en]
logo: logo.svg
accent: '#0b1f4d'
links: [{ label: { ko: 저장소, en: Source }, url: 'https://code.example/' }]
embeds: { counter: { script: 'https://count.example/a.js', data: { domain: example.org } } }
precompress: true
`,
      'logo.svg': logo,
      'articles/one/en.md': '---\ntitle: One\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n',
    });
    await buildSite(content, output);
    files = listFiles(output);
  }, 300_000);

  test('shows the logo on every page and in the tab', () => {
    const [published = ''] = files.filter((file) => /^_astro\/logo\..*\.svg$/.test(file));
    expect(read(published)).toBe(logo);
    expect(read('favicon.svg')).toBe(logo);
    for (const file of pages())
      expect(read(file), file).toContain(`<img class="mark" src="/kb/${published}" alt=""`);
  });

  test('has the accent in every style sheet with design tokens, after them, and in feeds', () => {
    const sheets = files.filter((file) => file.endsWith('.css')).map(read);
    const tokens = sheets.filter((css) => css.includes('--paper:'));
    expect(tokens.length).toBeGreaterThan(0);
    for (const css of tokens) expect(css).toMatch(/:root\{--accent:light-dark\(#0b1f4d,#84a1d9\);[^}]*\}$/);
    expect(read('feed.css')).toContain('light-dark(#0b1f4d, #84a1d9)');
  });

  test('loads the counter on every page, which the policy allows, and has no comments', () => {
    for (const file of pages()) {
      const html = read(file);
      expect(html, file).toMatch(
        /<script async src="https:\/\/count\.example\/a\.js" fetchpriority="low" data-domain="example\.org">/,
      );
      expect(html, file).toMatch(/script-src 'self' https:\/\/count\.example /);
      expect(html, file).not.toMatch(/frame-src|class="comments"/);
    }
  });

  test.each([
    ['ko', '저장소'],
    ['en', 'Source'],
  ])('has its links at the foot of pages in %s', (locale, label) => {
    for (const file of pages().filter((each) => each.startsWith(`${locale}/`) && !each.endsWith('404.html')))
      expect(read(file), file).toMatch(new RegExp(`<a href="https://code\\.example/">\\s*${label}`));
  });

  test('has two compressed forms of each text file', () => {
    const texts = files.filter((file) => /\.(?:html|css|js|json|svg|xml|md|txt)$/.test(file));
    expect(
      texts.flatMap((file) => [`${file}.br`, `${file}.gz`]).filter((file) => !files.includes(file)),
    ).toEqual([]);
  });
});
