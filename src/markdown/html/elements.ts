import { allowedElements, strippedElements } from './schema.ts';
import type { Tag } from './token.ts';

/**
 * The elements of HTML besides those that a text may contain
 * (https://html.spec.whatwg.org/multipage/indices.html#elements-3 and https://html.spec.whatwg.org/multipage/obsolete.html).
 */
const otherElements = `acronym address applet area article audio base basefont bgsound big blink body button canvas center
  col colgroup data datalist dialog dir embed fieldset font footer form frame frameset h1 head header hgroup html image
  isindex keygen label legend link listing main map marquee menu meta meter nav nobr noembed noframes optgroup option
  output param picture plaintext portal progress rb rtc search select slot source spacer strike track tt video`;

const allowed = new Set(allowedElements);
const stripped = new Set(strippedElements);
const known = new Set([...allowed, ...stripped, ...otherElements.split(/\s+/)]);

/**
 * The effect of an element of raw HTML: a page shows an `allowed` one, only the content of an `unwrapped` one, and nothing of a
 * `stripped` one. `unknown` ones, such as `<slug>` and `<MyComponent>`, are text.
 */
export type Effect = 'allowed' | 'unwrapped' | 'stripped' | 'unknown';

/** Returns the effect of a tag’s element. Of form controls, only checkboxes are allowed, as in task lists. */
export function effectOf({ name, type, attributes }: Tag): Effect {
  const lower = name.toLowerCase();
  if (lower === 'input' && type === 'open') {
    const kind = attributes.find((attribute) => attribute.name === 'type')?.value.toLowerCase();
    return kind === 'checkbox' ? 'allowed' : 'unwrapped';
  }
  if (allowed.has(lower)) return 'allowed';
  if (!isHtmlElement(name)) return 'unknown';
  return stripped.has(lower) ? 'stripped' : 'unwrapped';
}

/** Returns whether a name is that of an HTML element, allowed or not. Names in mixed case, such as `Image`, are components. */
export function isHtmlElement(name: string): boolean {
  const lower = name.toLowerCase();
  return known.has(lower) && [lower, name.toUpperCase()].includes(name);
}

/** Elements without content and end tag. */
const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Returns whether an element has no content and no end tag. */
export function isVoid(name: string): boolean {
  return voidElements.has(name.toLowerCase());
}

const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe']);

/** Returns whether tags within an element are text. */
export function hasRawContent(name: string): boolean {
  return rawElements.has(name.toLowerCase());
}

/** Returns whether the content of an element is code, not words. */
export function hasCode(name: string): boolean {
  return ['script', 'style'].includes(name.toLowerCase());
}

/**
 * The elements whose start tag ends an open element of the same group, up to the nearest element in `within`
 * (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
 */
const groups: readonly { names: readonly string[]; ends: readonly string[]; within: readonly string[] }[] = [
  { names: ['li'], ends: ['li'], within: ['ol', 'ul', 'menu'] },
  { names: ['dt', 'dd'], ends: ['dt', 'dd'], within: ['dl'] },
  { names: ['rt', 'rp'], ends: ['rt', 'rp'], within: ['ruby'] },
  { names: ['td', 'th'], ends: ['td', 'th', 'caption'], within: ['tr', 'table'] },
  { names: ['tr'], ends: ['tr', 'caption'], within: ['tbody', 'thead', 'tfoot', 'table'] },
  {
    names: ['tbody', 'thead', 'tfoot'],
    ends: ['tbody', 'thead', 'tfoot', 'tr', 'caption'],
    within: ['table'],
  },
];

/** Returns the names of open elements that a start tag ends, and of those that they must be in. */
export function impliedEnds(name: string): { ends: readonly string[]; within: readonly string[] } {
  return groups.find(({ names }) => names.includes(name)) ?? { ends: [], within: [] };
}

const optional = new Set(
  'li dt dd rt rp td th tr tbody thead tfoot caption p option optgroup colgroup'.split(' '),
);

/** Returns whether an element may lack an end tag. */
export function isEndOptional(name: string): boolean {
  return optional.has(name.toLowerCase());
}

/** Elements whose start tag ends an open paragraph. */
const endsParagraph = new Set(
  `aside blockquote details div dl figcaption figure h2 h3 h4 h5 h6 hr ol p pre section summary table ul`.split(
    ' ',
  ),
);

/** Returns whether the start tag of an element ends an open `<p>`. */
export function isParagraphEnd(name: string): boolean {
  return endsParagraph.has(name.toLowerCase());
}
