import { expect, test } from 'vitest';
import { renderAlone } from '../testing/render-alone.ts';

async function render(markdown: string, footnotes: Readonly<Record<string, string>>): Promise<string> {
  return (await renderAlone(markdown, { footnotes })).html;
}

test('a footnote and its references use the given name', async () => {
  const html = await render('a[^1] b[^1]\n\n[^1]: c', { '1': 'note' });
  expect([...html.matchAll(/(?:id|href)="([^"]*)"/g)].map(([, value]) => value)).toEqual([
    '#fn-note',
    'fnref-note',
    '#fn-note',
    'fnref-note-2',
    'footnote-label',
    'fn-note',
    '#fnref-note',
    '#fnref-note-2',
  ]);
});

test('two footnotes can swap names', async () => {
  const html = await render('a[^a] b[^b]\n\n[^a]: first\n\n[^b]: second', { a: 'b', b: 'a' });
  expect(html.replaceAll('\n', '')).toMatch(/<li id="fn-b"><p>first .*<li id="fn-a"><p>second /);
});

test('a footnote without references does not replace the one that is given its name', async () => {
  const html = await render('a[^1]\n\n[^note]: unreferenced\n\n[^1]: shown', { '1': 'note' });
  expect(html).toContain('shown');
  expect(html).not.toContain('unreferenced');
});

test.each(['toString', '__proto__'])('a footnote may have the label %s', async (label) => {
  expect((await renderAlone(`a[^${label}]\n\n[^${label}]: b`)).html).toContain(
    `id="fn-${label.toLowerCase()}"`,
  );
});
