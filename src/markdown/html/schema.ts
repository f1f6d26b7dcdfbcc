import type { Options as Schema } from 'rehype-sanitize';

type Attributes = NonNullable<Schema['attributes']>[string];

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'];
const phrasing =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const flow =
  'aside blockquote caption dd details div dl dt figcaption figure hr input li ol p pre section summary table tbody td tfoot th thead tr ul';

const cell: Attributes = ['align', 'colSpan', 'rowSpan'];

/** What of a text is known to be its author's own, and not raw HTML's: the ids of its headings, the addresses of its pictures. */
export interface Known {
  anchors: readonly string[];
  images: readonly string[];
}

/** Every element that may stand in a text, whoever wrote it. */
export const allowedElements: readonly string[] = [...headings, ...phrasing.split(' '), ...flow.split(' ')];

/**
 * What may stand in a text, whoever wrote it: elements that say what something is, and nothing that runs, loads, submits,
 * styles or names things that the page's own scripts look for. Addresses lead to the web or to mail, pictures to this site.
 */
export function createSchema({ anchors, images }: Known): Schema {
  return {
    ...base,
    attributes: {
      ...base.attributes,
      ...Object.fromEntries(headings.map((name) => [name, oneOf('id', [...anchors, footnotesAnchor])])),
      img: ['alt', ...oneOf('src', images)],
    },
  };
}

/** The id that the pipeline gives to the heading of the footnotes, by which their references are described. */
export const footnotesAnchor = 'footnote-label';

/** An attribute with these values alone. A list that names none would let all of them through. */
function oneOf(name: string, values: readonly string[]): Attributes {
  return values.length === 0 ? [] : [[name, ...values]];
}

const base: Schema = {
  tagNames: [...allowedElements],
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
    'title',
    'textarea',
    'xmp',
  ],
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: {
    caption: ['table'],
    li: ['ol', 'ul'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  attributes: {
    // The number by which a block is found is the pipeline's own, and is taken out again.
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
    span: [['className', 'visually-hidden']],
    section: [['className', 'footnotes']],
    td: cell,
    th: cell,
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
};

/** Whether elements of a name may have an attribute of a name, as properties are named in hast (`dateTime`). */
export function isAllowedName(element: string, name: string): boolean {
  const allowed = [...(base.attributes?.['*'] ?? []), ...(base.attributes?.[element] ?? [])];
  return allowed.some((attribute) => (Array.isArray(attribute) ? attribute[0] : attribute) === name);
}
