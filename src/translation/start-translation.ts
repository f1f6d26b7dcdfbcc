import type { Heading, Html, Image, Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { Locale } from '../locale/index.ts';
import type { Entry } from '../model/index.ts';
import { isComment, listFormulaWords, parseMarkdown, readComment, rewriteLinks } from '../markdown/index.ts';
import { sliceOf, withoutPrefixes, formatComment } from './quote.ts';
import { prefixIn } from './insertion-point.ts';

/** A source and the language to translate it into. */
interface UntranslatedText {
  source: Pick<Entry, 'locale' | 'title' | 'description'> & { body: string };
  to: Locale;
  /** Returns the address of the same target in that language, or `undefined` to keep the address. */
  toUrl: (url: string) => string | undefined;
}

/** The text of a new translation file and its number of blocks to translate. */
interface StartedText {
  text: string;
  toTranslate: number;
}

/** Prefix of a title or description that is not translated yet. */
const untranslatedPrefix = 'translate: ';

/**
 * Creates a translation in which every block of the source is in a comment, to be replaced with its translation. Headings, lists
 * and callouts stay around the comments. Code, diagrams, figures and pictures are the same in every language and stay as they are.
 */
export function startTranslation({ source, to, toUrl }: UntranslatedText): StartedText {
  const body = rewriteLinks(source.body, toUrl);
  const tree = parseMarkdown(body);
  const edits = editsIn(tree.children, [tree], { body, lines: body.split('\n'), to });
  const comments = edits.filter(({ text }) => text.includes('<!-- translate:')).length;
  const frontMatter = [
    '---',
    `title: ${JSON.stringify(untranslatedPrefix + source.title)}`,
    ...(source.description === ''
      ? []
      : [`description: ${JSON.stringify(untranslatedPrefix + source.description)}`]),
    `translates: { from: ${source.locale} }`,
    '---',
  ].join('\n');
  const rest = applyEdits(body, edits).trim();
  return { text: `${frontMatter}\n\n${rest}${rest === '' ? '' : '\n'}`, toTranslate: comments };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Context {
  body: string;
  lines: readonly string[];
  to: Locale;
}

function applyEdits(body: string, edits: readonly Edit[]): string {
  const pieces = edits.map(({ start, text }, index) => body.slice(edits[index - 1]?.end ?? 0, start) + text);
  return pieces.join('') + body.slice(edits.at(-1)?.end ?? 0);
}

function editsIn(nodes: readonly RootContent[], ancestors: readonly Parents[], context: Context): Edit[] {
  const edits: Edit[] = [];
  let comments: Html[] = [];
  for (const node of nodes) {
    if (isComment(node)) comments.push(node);
    else {
      const only = comments
        .map(({ value }) => readComment(value)?.only)
        .findLast((each) => each !== undefined);
      if (only !== undefined && only !== context.to) edits.push(removeNodes([...comments, node], context));
      else edits.push(...editsOf(node, ancestors, context));
      comments = [];
    }
  }
  return edits;
}

/** Removes a block meant for another language, together with its comments. */
function removeNodes(nodes: readonly RootContent[], { body }: Context): Edit {
  const start = nodes[0]?.position?.start.offset ?? 0;
  const end = nodes.at(-1)?.position?.end.offset ?? start;
  const blank = /^\n*/.exec(body.slice(end))?.[0].length ?? 0;
  // Also removes the blank lines after the node, if the node starts at the beginning of a line.
  return { start, end: start === 0 || body[start - 1] === '\n' ? end + blank : end, text: '' };
}

function editsOf(node: RootContent, ancestors: readonly Parents[], context: Context): Edit[] {
  switch (node.type) {
    case 'heading':
      return [replace(node, toHeading(node, context.body))];
    case 'paragraph':
      return paragraphEdits(node, ancestors, context);
    case 'table':
      return [replace(node, tableComment(node, ancestors, context))];
    case 'math': {
      const words = listFormulaWords(node.value);
      return words.length === 0 ? [] : [lineBefore(node, words.join('\n'), ancestors, context)];
    }
    case 'footnoteDefinition':
      return [replace(node, formatComment('translate', sliceOf(node, context.body)))];
    case 'html':
      return htmlEdits(node, ancestors, context);
    case 'blockquote':
    case 'containerDirective':
    case 'list':
    case 'listItem':
      return editsIn(node.children, [...ancestors, node], context);
    default:
      return [];
  }
}

function replace({ position }: Nodes, text: string): Edit {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0, text };
}

/** Returns a heading of the same level with its text in a comment, and with its explicit id, if any. */
function toHeading({ depth, children, data }: Heading, body: string): string {
  const [first, last] = [children[0], children.at(-1)];
  const words = body.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
  const id = data?.explicitId === undefined ? '' : ` {#${data.explicitId}}`;
  const plain = words.replace(/[ \t]*\{#[^\s{}#:]+\}[ \t]*$/, '').replace(/\s+/g, ' ');
  const comment = plain === '' ? '' : ` ${formatComment('translate', plain)}`;
  return `${'#'.repeat(depth)}${comment}${id}`;
}

function paragraphEdits(node: Paragraph, ancestors: readonly Parents[], context: Context): Edit[] {
  const pictures = node.children.filter((child): child is Image => child.type === 'image');
  const isPictures = node.children.every(
    (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
  );
  if (isPictures && pictures.length > 0) {
    const words = pictures
      .flatMap(({ alt, title }) => [alt, title])
      .filter((each) => each != null && each !== '');
    return words.length === 0 ? [] : [lineBefore(node, words.join('\n'), ancestors, context)];
  }
  if (node.data?.directiveLabel === true) return labelEdits(node, context);
  const words = continued(sliceOf(node, context.body), ancestors, context);
  return [replace(node, formatComment('translate', words))];
}

/** Puts the title of a callout into a comment between its brackets. */
function labelEdits({ children }: Paragraph, { body }: Context): Edit[] {
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? start;
  return start === end ? [] : [{ start, end, text: formatComment('translate', body.slice(start, end)) }];
}

/** Keeps raw HTML and puts its text, if any, into a comment before it. */
function htmlEdits(node: Html, ancestors: readonly Parents[], context: Context): Edit[] {
  const words = node.value
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(words) ? [lineBefore(node, words, ancestors, context)] : [];
}

/** Returns the edit that inserts a comment on lines of its own before a node. */
function lineBefore(node: Nodes, words: string, ancestors: readonly Parents[], context: Context): Edit {
  const start = node.position?.start.offset ?? 0;
  const prefix = prefixIn(ancestors, context.lines);
  const text = [...formatComment('translate', words).split('\n'), ''].join(`\n${prefix}`);
  return { start, end: start, text };
}

/** Adds the prefixes of the containers to every line: in a comment, lazy continuation lines would end the containers. */
function continued(words: string, ancestors: readonly Parents[], { lines }: Context): string {
  return withoutPrefixes(words).replaceAll('\n', `\n${prefixIn(ancestors, lines)}`);
}

/** Puts a table into a comment. Deleting its first and last line uncovers the table. */
function tableComment(node: Nodes, ancestors: readonly Parents[], context: Context): string {
  return formatComment('translate', continued(`\n${sliceOf(node, context.body)}\n`, ancestors, context));
}

/** Returns whether a title or description is still the one of the source, marked as not translated. */
export function isUntranslated(value: string): boolean {
  return value.startsWith(untranslatedPrefix.trim());
}
