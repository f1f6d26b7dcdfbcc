import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { samplePicture } from './fixtures/sample-figure.ts';
import { fixWidth } from './fix-width.ts';

/** Returns the content of a picture, 200 pixels high, after its width was fixed to 600 pixels. */
function fixed(content: string): string {
  const html = `<svg width="100%" height="200">${content}</svg>`;
  const [svg] = fromHtml(html, { fragment: true }).children;
  const result = toHtml(fixWidth(svg as Element, 600), { space: 'svg' });
  expect(result).toMatch(/^<svg width="600" height="200">/);
  return result.slice('<svg width="600" height="200">'.length, -'</svg>'.length);
}

describe('A picture with a fixed width', () => {
  test.each([
    ['a line', '<line x1="0" x2="100%" y1="5" y2="50%"/>', '<line x1="0" x2="600" y1="5" y2="100"></line>'],
    [
      'a box',
      '<rect x="12.5%" y="3" width="50%" height="7"/>',
      '<rect x="75" y="3" width="300" height="7"></rect>',
    ],
    ['a text', '<text class="end" x="100%" y="9">1%</text>', '<text class="end" x="600" y="9">1%</text>'],
    [
      'the content of a group',
      '<g><circle cx="1%" cy="2" r="3"/></g>',
      '<g><circle cx="6" cy="2" r="3"></circle></g>',
    ],
    [
      'a mark that is not scaled',
      '<svg x="62.5%" y="40" overflow="visible"><path d="M0,0l4,-8"/></svg>',
      '<svg x="375" y="40" overflow="visible"><path d="M0,0l4,-8"></path></svg>',
    ],
    [
      'the content of a nested svg',
      '<svg x="50%" width="50%" height="50%"><rect x="10%" y="10%" width="1" height="1"/></svg>',
      '<svg x="300" width="300" height="100"><rect x="30" y="10" width="1" height="1"></rect></svg>',
    ],
  ])('has numbers instead of the percentages of %s', (_name, content, expected) => {
    expect(fixed(content)).toBe(expected);
  });

  test('has the content of a stretched svg in scaled coordinates', () => {
    expect(
      fixed(
        '<svg y="20" width="100%" height="50" viewBox="0 0 6000 100" preserveAspectRatio="none">' +
          '<path d="M0,100L6000,0" vector-effect="non-scaling-stroke"/><rect x="50%" y="10" width="600" height="100%"/></svg>',
      ),
    ).toBe(
      '<svg y="20" width="600" height="50"><path d="M0,50L600,0"></path><rect x="300" y="5" width="60" height="50"></rect></svg>',
    );
  });

  test('has no percentages, viewBox or vector-effect', () => {
    expect(toHtml(fixWidth(toHast(samplePicture()), 600), { space: 'svg' })).not.toMatch(
      /%"|viewBox|non-scaling/,
    );
  });

  test.each(['viewBox="0 0 10 10"', 'viewBox="5 0 10 10" preserveAspectRatio="none"'])(
    'throws for a viewBox that figures don’t use: %s',
    (attributes) => {
      expect(() => fixed(`<svg ${attributes}></svg>`)).toThrow('viewBox');
    },
  );
});

/** Returns an element as parsed from HTML. */
function toHast(element: Element): Element {
  return fromHtml(toHtml(element), { fragment: true }).children[0] as Element;
}
