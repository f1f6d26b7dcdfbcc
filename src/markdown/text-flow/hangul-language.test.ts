import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';

describe('In an English text, Hangul is marked as Korean', () => {
  test.each([
    ['within a sentence', 'Say 나란히 now', '<p>Say <span lang="ko">나란히</span> now</p>'],
    ['with the spaces within it', 'Say 한국어 위키 now', '<p>Say <span lang="ko">한국어 위키</span> now</p>'],
    ['apart from brackets', '(나란히) is', '<p>(<span lang="ko">나란히</span>) is</p>'],
    ['in a link', 'A [글](https://e.org)', '<p>A <a href="https://e.org"><span lang="ko">글</span></a></p>'],
    ['as a whole paragraph', '한국어, 50%.', '<p lang="ko">한국어, 50%.</p>'],
    ['in code', 'Run `printf 나`', '<p>Run <code lang="ko">printf 나</code></p>'],
    [
      'in a code block',
      '```sh\necho 나\n```',
      expect.stringContaining('<code lang="ko"><span class="line">'),
    ],
    ['in a caption', '```sh title="나"\na\n```', expect.stringContaining('<figcaption lang="ko">나')],
    ['in a diagram', '```mermaid\nflowchart LR\na[나] --> b\n```', expect.stringContaining('lang="ko"')],
    ['not twice', '<b lang="ko">나 <i>다</i></b>', '<p><b lang="ko">나 <i>다</i></b></p>'],
  ])('%s', async (_, markdown, html) => {
    expect((await renderAlone(markdown)).html).toEqual(html);
  });
});

test('in a Korean text, nothing is marked', async () => {
  expect((await renderAlone('나란히 `나`', { locale: 'ko' })).html).toBe('<p>나란히 <code>나</code></p>');
});
