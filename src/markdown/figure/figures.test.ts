import { expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';

test('colons before “figure” that an author has escaped are text', async () => {
  const { html, diagnostics } = await renderAlone('\\::figure{name="clock"} and\n\\:figure');
  expect(html).toBe('<p>::figure{name="clock"} and\n:figure</p>');
  expect(diagnostics).toEqual([]);
});

test('the order in which a figure is described makes no difference', async () => {
  const [one, other] = await Promise.all(
    ['::figure{name=clock preset=fast every=1}', '::figure{every="1" name="clock" preset="fast"}'].map(
      async (markdown) => renderAlone(markdown),
    ),
  );
  expect(one?.html).toContain('data-pairs="preset=fast&#x26;every=1"');
  expect(other).toEqual(one);
});

test('a figure with a mistake shows nothing, but keeps its id and its place', async () => {
  const { html, blockPaths } = await renderAlone('a\n\n::figure{name="clokc" #tick}\n\nb');
  expect(html).toBe('<p>a</p>\n<figure id="tick"></figure>\n<p>b</p>');
  expect(blockPaths).toEqual([[0], [1], [2]]);
});

test.each(['constructor', '__proto__', 'toString'])('no figure and no setting is called %s', async (name) => {
  const { diagnostics } = await renderAlone(`::figure{name="${name}"}\n\n::figure{name="clock" ${name}="1"}`);
  expect(diagnostics.map(({ line, rule }) => [line, rule])).toContainEqual([1, 'figure/unknown']);
  expect(diagnostics.map(({ severity }) => severity)).not.toContain('warning');
});

test('a figure stays as it is drawn, whatever other elements of a text become', async () => {
  const { html } = await renderAlone('::figure{name="bell"}');
  expect(html).toContain('<pre class="prints"><code>top</code></pre>');
  expect(html).toContain('<details><table>');
});
