import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../diagnostics/index.ts';
import { lintAlone, renderAlone } from '../testing/render-alone.ts';
import { parseMarkdown, surveyMarkdown, type Rendered } from './index.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');
/** Folders by the feature they show; what follows the dot is the language of the text. */
const cases = readdirSync(fixtures).sort();

/** What the fixtures may link to. */
const targets = {
  '../other/en.md': { href: '/en/articles/other/' },
  '../other/en.md#the-hunt': { href: '/en/articles/other/#the-hunt' },
  '../other/ko.md': { href: '/ko/articles/other/', hreflang: 'ko' },
  '../other/ko.md#the-hunt': { href: '/ko/articles/other/#the-hunt' },
  '/files/data.csv': { href: '/kb/files/data.csv' },
  './call-ok.pcap': {
    href: '/kb/downloads/articles/a/call-ok.pcap',
    download: { ending: '.pcap', size: '72\u00a0kB' },
  },
};

/** The disk spells Hangul in a Unicode form of its own. */
const picture = '두-막대.png'.normalize('NFD');

const images = {
  './두-막대.png': picture,
  './%EB%91%90-%EB%A7%89%EB%8C%80.png': picture,
  '/logo.svg': '/kb/logo.svg',
};

function readCase(name: string): string {
  return readFileSync(path.join(fixtures, name, 'input.md'), 'utf8');
}

/** The states of figures that the fixtures link to. */
const states = ['tick:preset=fast', 'tick:every=0.5&beats=1x2,3x4'];

async function renderCase(name: string, tree = parseMarkdown(readCase(name))): Promise<Rendered> {
  return renderAlone(tree, { locale: name.split('.').at(-1) ?? '', targets, images, states });
}

/** A tree as other plugins make them: of nodes that stand nowhere in the text. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node: Node) => {
    delete node.position;
  });
  return tree;
}

/** `vitest run -u` writes what comes out; read the difference before you keep it. */
describe.each(cases)('The text fixtures/%s/input.md', (name) => {
  test('becomes its output.html', async () => {
    const { html } = await renderCase(name);
    await expect(`${html}\n`).toMatchFileSnapshot(`fixtures/${name}/output.html`);
  });

  test('gives its messages.txt, or nothing where there is none', async () => {
    const { diagnostics } = await renderCase(name);
    const file = path.join(fixtures, name, 'messages.txt');
    if (diagnostics.length === 0) expect(existsSync(file)).toBe(false);
    else await expect(`${formatReport(diagnostics)}\n`).toMatchFileSnapshot(file);
  });

  test('is told the same of without being rendered', async () => {
    const { diagnostics } = await renderCase(name);
    const locale = name.split('.').at(-1) ?? '';
    expect(await lintAlone(parseMarkdown(readCase(name)), { locale, targets, images, states })).toEqual(
      diagnostics,
    );
  });

  test('needs the style sheets and scripts of the features that its HTML shows, and no others', async () => {
    const { html, needs } = await renderCase(name);
    const shown = [...html.matchAll(/<figure class="(diagram|figure)"/g)].map(([, feature]) => feature);
    expect(new Set(needs)).toEqual(new Set(shown));
    expect(needs).toHaveLength(new Set(needs).size);
  });

  test('becomes the same when no node of it knows its place, and what is wrong is told at the top', async () => {
    const { html, diagnostics } = await renderCase(name);
    const lost = await renderCase(name, withoutPositions(parseMarkdown(readCase(name))));
    expect(lost.html).toBe(html);
    expect(lost.diagnostics).toEqual(diagnostics.map((each) => ({ ...each, line: 1, column: 1 })));
  });

  test('is surveyed the same when no node of it knows its place', () => {
    const blind = (survey: object): string => JSON.stringify(survey).replace(/"(line|column)":\d+/g, '');
    const tree = parseMarkdown(readCase(name));
    const survey = blind(surveyMarkdown(tree));
    expect(blind(surveyMarkdown(withoutPositions(tree)))).toBe(survey);
  });
});

test('파일 이름이 NFD인 그림은 본문에 NFC로 적어도 디스크의 이름으로 이어진다', async () => {
  const { html, images: found } = await renderCase('images.ko');
  expect(found).toContain(`./${picture}`);
  expect(html).not.toContain(picture.normalize('NFC'));
});

test('a text comes out the same however many were rendered before it', async () => {
  const first = await renderCase('mixed.ko');
  for (const name of cases) await renderCase(name);
  expect(await renderCase('mixed.ko')).toEqual(first);
});
