import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { visit } from '../tree/index.ts';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../diagnostics/index.ts';
import { lintAlone, renderAlone } from '../testing/render-alone.ts';
import { parseMarkdown, surveyMarkdown, type Rendered } from './index.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');
/** Folders, named by feature and language: `callouts.ko`. */
const cases = readdirSync(fixtures).sort();

/** The targets of links in the fixtures. */
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

const picture = {
  src: '/kb/_astro/bars.2.webp',
  size: { width: 1200, height: 690 },
  candidates: [
    { src: '/kb/_astro/bars.1.webp', width: 640 },
    { src: '/kb/_astro/bars.2.webp', width: 1200 },
  ],
};

const images = {
  './두-막대.png': picture,
  './%EB%91%90-%EB%A7%89%EB%8C%80.png': picture,
  '/logo.svg': { src: '/kb/logo.svg', candidates: [] },
};

function readCase(name: string): string {
  return readFileSync(path.join(fixtures, name, 'input.md'), 'utf8');
}

/** The figure states that the fixtures link to. */
const states = ['tick:preset=fast', 'tick:every=0.5&beats=1x2,3x4'];

async function renderCase(name: string, tree = parseMarkdown(readCase(name))): Promise<Rendered> {
  return renderAlone(tree, { locale: name.split('.').at(-1) ?? '', targets, images, states });
}

/** Removes the positions of nodes, as in a tree made by another plugin. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node: Node) => {
    delete node.position;
  });
  return tree;
}

/** `vitest run -u` updates the expected files; review the diff. */
describe.each(cases)('The text fixtures/%s/input.md', (name) => {
  test('renders to its output.html', async () => {
    const { html } = await renderCase(name);
    await expect(`${html}\n`).toMatchFileSnapshot(`fixtures/${name}/output.html`);
  });

  test('has the diagnostics of its messages.txt, or none without that file', async () => {
    const { diagnostics } = await renderCase(name);
    const file = path.join(fixtures, name, 'messages.txt');
    if (diagnostics.length === 0) expect(existsSync(file)).toBe(false);
    else await expect(`${formatReport(diagnostics)}\n`).toMatchFileSnapshot(file);
  });

  test('has the same diagnostics when it is only linted', async () => {
    const { diagnostics } = await renderCase(name);
    const locale = name.split('.').at(-1) ?? '';
    expect(await lintAlone(parseMarkdown(readCase(name)), { locale, targets, images, states })).toEqual(
      diagnostics,
    );
  });

  test('needs the style sheets and scripts of the features that its HTML shows, and no others', async () => {
    const { html, needs } = await renderCase(name);
    const shown = [...html.matchAll(/<figure class="(diagram|figure)"|<(math) /g)].map(
      ([, figure, math]) => figure ?? math,
    );
    expect(new Set(needs)).toEqual(new Set(shown));
    expect(needs).toHaveLength(new Set(needs).size);
  });

  test('renders the same without positions, with all diagnostics at the top of the file', async () => {
    const { html, diagnostics } = await renderCase(name);
    const unplaced = await renderCase(name, withoutPositions(parseMarkdown(readCase(name))));
    expect(unplaced.html).toBe(html);
    expect(unplaced.diagnostics).toEqual(diagnostics.map((each) => ({ ...each, line: 1, column: 1 })));
  });

  test('has the same survey without positions, except for lines and columns', () => {
    const withoutPlaces = (survey: object): string =>
      JSON.stringify(survey).replace(/"(line|column)":\d+/g, '');
    const tree = parseMarkdown(readCase(name));
    const survey = withoutPlaces(surveyMarkdown(tree));
    expect(withoutPlaces(surveyMarkdown(withoutPositions(tree)))).toBe(survey);
  });
});

test('a text renders the same no matter which texts were rendered before it', async () => {
  const first = await renderCase('mixed.ko');
  for (const name of cases) await renderCase(name);
  expect(await renderCase('mixed.ko')).toEqual(first);
});
