import type { ElementContent, Properties } from 'hast';
import fc from 'fast-check';
import { toHtml as serialize } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { parseTree, readTree } from '../testing/html-tree.ts';
import { isElement, readHtml, toHtml, withAttributes, withChildren, type HtmlElement } from './index.ts';

const text = fc.oneof(
  fc.constantFrom('&amp;', '<b>', '"', "'", ' id="x', '-->', '가', '\u00A0', '&lt', '/'),
  fc.string({ unit: fc.constantFrom(...Array.from('a&<>"\'`=/ #;나')) }),
);

const attributes: fc.Arbitrary<Properties> = fc.record(
  { id: text, title: text, hidden: fc.constant(true), className: fc.constant(['a', 'b']), dataX: text },
  { requiredKeys: [] },
);

/** Trees without adjacent text nodes, which no parser would keep apart. */
const { nodes } = fc.letrec<{ node: ElementContent; nodes: ElementContent[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text.map((value): ElementContent => ({ type: 'text', value })),
    attributes.map((each) => h('img', each)),
    fc.constant(h('script', 'if (a < b) "</div>";')),
    fc.constant<ElementContent>({ type: 'comment', value: ' <p> ' }),
    fc
      .tuple(fc.constantFrom('div', 'span', 'section', 'narani-x'), attributes, tie('nodes'))
      .map(([name, each, children]) => h(name, each, children)),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map(joinText),
}));

function joinText(all: readonly ElementContent[]): ElementContent[] {
  return all.filter(
    (node, index) => node.type !== 'text' || (node.value !== '' && all[index - 1]?.type !== 'text'),
  );
}

function htmlOf(children: ElementContent[]): string {
  return serialize({ type: 'root', children });
}

describe('HTML that a serializer has written', () => {
  test('is read as an HTML parser reads it', () => {
    fc.assert(
      fc.property(nodes, (children) => {
        const html = htmlOf(children);
        expect(readTree(html)).toEqual(parseTree(html));
      }),
    );
  });

  test('is the same after reading', () => {
    fc.assert(
      fc.property(nodes, (children) => {
        expect(toHtml(readHtml(htmlOf(children)))).toBe(htmlOf(children));
      }),
    );
  });

  test('is written as the serializer writes it when attributes change', () => {
    fc.assert(
      fc.property(attributes, text, nodes, (before, id, children) => {
        const changed = firstElement(htmlOf([h('p', before, children)]), (element) =>
          withAttributes(element, { id, title: undefined }),
        );
        expect(changed).toBe(htmlOf([h('p', { ...before, id, title: undefined }, children)]));
      }),
    );
  });

  test('is written as the serializer writes it when children change', () => {
    fc.assert(
      fc.property(attributes, nodes, nodes, (each, before, after) => {
        const changed = firstElement(htmlOf([h('p', each, before)]), (element) =>
          withChildren(element, readHtml(htmlOf(after))),
        );
        expect(changed).toBe(htmlOf([h('p', each, after)]));
      }),
    );
  });
});

/** Returns the HTML of its first element after a change. */
function firstElement(html: string, change: (element: HtmlElement) => HtmlElement): string | undefined {
  const [element] = readHtml(html);
  return element !== undefined && isElement(element) ? change(element).html : undefined;
}

describe('HTML that is not well-formed', () => {
  test.each([
    ['an element without an end', '<p>a'],
    ['an end without a start', 'a</p>'],
    ['elements that overlap', '<p><b>a</p></b>'],
  ])('is an error: %s', (_what, html) => {
    expect(() => readHtml(html)).toThrow('HTML has');
  });
});
