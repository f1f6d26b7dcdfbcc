import type { Options as Schema } from 'rehype-sanitize';
import { footnotesAnchor, linkSchemes } from '../../model/index.ts';

type Attributes = NonNullable<Schema['attributes']>[string];

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'];
const phrasing =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const flow =
  'aside blockquote caption dd details div dl dt figcaption figure hr input li ol p pre section summary table tbody td tfoot th thead tr ul';

const cell: Attributes = ['align', 'colSpan', 'rowSpan'];

/** Values that the Markdown of a text has, in contrast to its raw HTML: ids of headings, former ids, addresses of images. */
interface MarkdownValues {
  anchors: readonly string[];
  formerIds: readonly string[];
  images: readonly string[];
}

/** All elements that a text may contain, from Markdown or raw HTML. */
export const allowedElements: readonly string[] = [...headings, ...phrasing.split(' '), ...flow.split(' ')];

/** Elements that are left out with their content, in contrast to other ones that are not allowed. */
export const strippedElements: readonly string[] =
  'script style template noscript iframe object svg math title textarea xmp'.split(' ');

/** Elements that are parts of another one, and those that they must be in. */
export const requiredAncestors: Readonly<Record<string, string[]>> = {
  caption: ['table'],
  li: ['ol', 'ul'],
  summary: ['details'],
  tbody: ['table'],
  td: ['table'],
  tfoot: ['table'],
  th: ['table'],
  thead: ['table'],
  tr: ['table'],
};

/**
 * Returns the sanitizer's schema for a text. It allows semantic elements, and nothing that runs scripts, loads resources,
 * submits data, sets styles or has an id that the page's scripts use. Links may point to the web, to mail or to a telephone, images only to
 * those of the text's Markdown.
 */
export function createSchema({ anchors, formerIds, images }: MarkdownValues): Schema {
  return {
    ...base,
    attributes: {
      ...base.attributes,
      ...Object.fromEntries(headings.map((name) => [name, oneOf('id', [...anchors, footnotesAnchor])])),
      img: ['alt', ...oneOf('src', images)],
      span: [...visuallyHidden, ...oneOf('id', formerIds)],
    },
  };
}

/** Allows an attribute with some values. Without values it must be omitted: an empty list would allow any value. */
function oneOf(name: string, values: readonly string[]): Attributes {
  return values.length === 0 ? [] : [[name, ...values]];
}

const visuallyHidden: Attributes = [['className', 'visually-hidden']];

const base: Schema = {
  tagNames: [...allowedElements],
  strip: [...strippedElements],
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
  clobberPrefix: '',
  protocols: { href: [...linkSchemes], src: [] },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: requiredAncestors,
  attributes: {
    // `dataBlock` is the pipeline's own; `rehypeBlockPaths` removes it.
    '*': ['dataBlock', 'dir', 'lang', 'title'],
    a: ['href', 'hrefLang', 'download', 'ariaLabel', ['id', /^fnref-/]],
    aside: [['className', 'callout', /^callout--/]],
    code: [['className', /^language-./], 'dataTitle', 'dataMarked', 'dataInserted', 'dataDeleted'],
    details: ['open'],
    figure: [['className', 'image']],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [
      ['className', 'task-list-item'],
      ['id', /^fn-/],
    ],
    ol: ['reversed', 'start'],
    p: [['className', 'callout-title']],
    span: visuallyHidden,
    section: [['className', 'footnotes']],
    td: cell,
    th: cell,
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
};

/** Returns whether an element may have an attribute, by its name in HTML (`datetime`), in contrast to that in hast (`dateTime`). */
export function isAllowedName(element: string, name: string): boolean {
  const allowed = [...(base.attributes?.['*'] ?? []), ...(base.attributes?.[element] ?? [])];
  return allowed.some((attribute) => {
    const property = typeof attribute === 'string' ? attribute : attribute[0];
    return property.toLowerCase() === name.replaceAll('-', '');
  });
}
