import { expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';

test('escaped colons before “figure” are text', async () => {
  const { html, diagnostics } = await renderAlone('\\::figure{name="clock"} and\n\\:figure');
  expect(html).toBe('<p>::figure{name="clock"} and\n:figure</p>');
  expect(diagnostics).toEqual([]);
});

test('the order of a figure’s attributes makes no difference', async () => {
  const [one, other] = await Promise.all(
    ['::figure{name=clock preset=fast every=1}', '::figure{every="1" name="clock" preset="fast"}'].map(
      async (markdown) => renderAlone(markdown),
    ),
  );
  expect(one?.html).toContain('data-pairs="preset=fast&#x26;every=1"');
  expect(other).toEqual(one);
});

test('a figure with a mistake is empty, but keeps its id and its block path', async () => {
  const { html, blockPaths } = await renderAlone('a\n\n::figure{name="clokc" #tick}\n\nb');
  expect(html).toBe('<p>a</p>\n<figure id="tick"></figure>\n<p>b</p>');
  expect(blockPaths).toEqual([[0], [1], [2]]);
});

test.each(['constructor', '__proto__', 'toString'])('%s is neither a figure nor a setting', async (name) => {
  const { diagnostics } = await renderAlone(`::figure{name="${name}"}\n\n::figure{name="clock" ${name}="1"}`);
  expect(diagnostics.map(({ line, rule }) => [line, rule])).toContainEqual([1, 'figure/unknown']);
  expect(diagnostics.map(({ severity }) => severity)).not.toContain('warning');
});

test('plugins that change code and tables leave the drawing of a figure as it is', async () => {
  const { html } = await renderAlone('::figure{name="bell"}');
  expect(html).toContain('<pre class="prints"><code>top</code></pre>');
  expect(html).toContain('<details><table>');
});
