import type { Element, ElementContent, Root } from 'hast';
import fc from 'fast-check';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { visitParents } from 'unist-util-visit-parents';
import { describe, expect, test } from 'vitest';
import { boldText } from './bold.ts';

describe('The bold text of a page', () => {
  test.each([
    ['headings', '<h2>가</h2><p>나</p>', '가'],
    ['headings with nested elements', '<h2>가<a href="#x">나</a><code>다</code></h2>라', '가나다'],
    ['strong text', '<p>가<strong>나</strong>다</p>', '나'],
    ['an element of a class', '<p class="callout-title">가</p><p class="callout">나</p>', '가'],
    ['an element of several classes', '<p class="x callout-title y">가</p>', '가'],
    ['text after a void element', '<h2>가<br>나<img src="a" alt="다">라</h2>마', '가나라'],
    ['text after a self-closing SVG element', '<h2><svg><path d="M0"/></svg>가</h2>나', '가'],
    [
      'a figure’s title',
      '<figure class="figure" id="x"><i></i><figcaption>가</figcaption>나</figure>다',
      '가',
    ],
    ['terms', '<dl><dt>가</dt><dd>나</dd></dl>', '가'],
    ['the contents', '<nav class="contents"><summary>가</summary></nav><summary>나</summary>', '가'],
    ['text after an attribute with a bracket', '<h2 title="1 > 0">가</h2>나', '가'],
  ])('includes %s', (_what, html, expected) => {
    expect(boldText(html)).toBe(expected);
  });

  test.each([
    ['comments', '<h2><!-- <p>가 -->나</h2>다', '나'],
    ['scripts', '<h2>가</h2><script>if (a<b) "나";</script>다', '가'],
    ['terms of a figure', '<figure class="figure"><dl><dt>가</dt></dl></figure><dl>나</dl>', ''],
    [
      'captions after a figure',
      '<figure class="figure"></figure><figure><figcaption>가</figcaption></figure>',
      '',
    ],
    ['other captions', '<figure class="figure-x"><figcaption>가</figcaption></figure>나', ''],
    ['a name that starts like one', '<header>가</header><body>나</body>', ''],
    ['a class that contains a name', '<p class="no-callout-title callout-title-x">가</p>', ''],
  ])('excludes %s', (_what, html, expected) => {
    expect(boldText(html)).toBe(expected);
  });

  test('is the same as that of the syntax tree, for any tree', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), (children) => {
        const tree: Root = { type: 'root', children };
        expect(boldText(toHtml(tree))).toBe(boldTextOf(tree));
      }),
    );
  });
});

const { element } = fc.letrec<{ element: Element; content: ElementContent }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('p', 'h2', 'strong', 'span', 'code', 'img', 'li'),
      fc.constantFrom(null, 'callout-title', 'note'),
      fc.array(tie('content'), { maxLength: 3, depthIdentifier: 'content' }),
    )
    .map(([name, className, children]) => h(name, { className }, name === 'img' ? [] : children)),
  content: fc.oneof(
    { depthIdentifier: 'content', maxDepth: 4 },
    fc.constantFrom('가', '나다', ' ').map((value) => ({ type: 'text' as const, value })),
    tie('element'),
  ),
}));

/** Reference implementation that walks the syntax tree. */
function boldTextOf(tree: Root): string {
  let text = '';
  visitParents(tree, 'text', (node, ancestors) => {
    const isBold = ancestors.some(
      (each) =>
        each.type === 'element' &&
        (['h2', 'strong'].includes(each.tagName) ||
          (Array.isArray(each.properties.className) && each.properties.className.includes('callout-title'))),
    );
    if (isBold) text += node.value;
  });
  return text;
}
