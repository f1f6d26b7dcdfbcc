import type { Heading, Html, Image, Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { Locale } from '../locale/index.ts';
import { isComment, parseMarkdown, readComment, rewriteLinks } from '../markdown/index.ts';
import { writeComment } from './comment.ts';
import { sliceOf, withoutPrefixes } from './quote.ts';
import { prefixIn } from './spot.ts';

/** A text of which a translation is to be begun. */
export interface UntranslatedText {
  source: { locale: Locale; title: string; description: string; body: string };
  /** The language that it is to be translated into. */
  to: Locale;
  /** Gives the address in that language of what an address leads to, or nothing where it stays. */
  toUrl: (url: string) => string | undefined;
}

/** A translation that has been begun: its file, and how many blocks are to be written. */
export interface StartedText {
  text: string;
  toTranslate: number;
}

/** What stands at the beginning of a title or a description that is to be translated. */
const untranslated = 'translate: ';

/**
 * Begin a translation: the source with each of its blocks in a comment, to be replaced by what renders it. Headings, lists and
 * callouts stay around them; code, diagrams, figures and pictures are the same in every language and stay as they are.
 */
export function startTranslation({ source, to, toUrl }: UntranslatedText): StartedText {
  const body = rewriteLinks(source.body, toUrl);
  const tree = parseMarkdown(body);
  const edits = editsIn(tree.children, [tree], { body, lines: body.split('\n'), to });
  const comments = edits.filter(({ text }) => text.includes('<!-- translate:')).length;
  const frontMatter = [
    '---',
    `title: ${JSON.stringify(untranslated + source.title)}`,
    `description: ${JSON.stringify(untranslated + source.description)}`,
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
  const kept = edits.map(({ start, text }, index) => body.slice(edits[index - 1]?.end ?? 0, start) + text);
  return kept.join('') + body.slice(edits.at(-1)?.end ?? 0);
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
      if (only !== undefined && only !== context.to) edits.push(leaveOut([...comments, node], context));
      else edits.push(...editsOf(node, ancestors, context));
      comments = [];
    }
  }
  return edits;
}

/** What is meant for another language alone has no place in this one. */
function leaveOut(nodes: readonly RootContent[], { body }: Context): Edit {
  const start = nodes[0]?.position?.start.offset ?? 0;
  const end = nodes.at(-1)?.position?.end.offset ?? start;
  const blank = /^\n*/.exec(body.slice(end))?.[0].length ?? 0;
  // With it go the blank lines after it, if it begins its line.
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
    case 'footnoteDefinition':
      return [replace(node, writeComment('translate', sliceOf(node, context.body)))];
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

/** A heading of the same level, its words in a comment, its id where its author gave it one. */
function toHeading({ depth, children, data }: Heading, body: string): string {
  const [first, last] = [children[0], children.at(-1)];
  const words = body.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
  const id = data?.explicitId === undefined ? '' : ` {#${data.explicitId}}`;
  const plain = words.replace(/[ \t]*\{#[^\s{}#:]+\}[ \t]*$/, '').replace(/\s+/g, ' ');
  const comment = plain === '' ? '' : ` ${writeComment('translate', plain)}`;
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
  return [replace(node, writeComment('translate', words))];
}

/** The title of a callout stays between its brackets. */
function labelEdits({ children }: Paragraph, { body }: Context): Edit[] {
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? start;
  return start === end ? [] : [{ start, end, text: writeComment('translate', body.slice(start, end)) }];
}

/** Raw HTML may hold anything: it stays, and its words are told. */
function htmlEdits(node: Html, ancestors: readonly Parents[], context: Context): Edit[] {
  const words = node.value
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(words) ? [lineBefore(node, words, ancestors, context)] : [];
}

/** A comment on a line of its own before a node that stays. */
function lineBefore(node: Nodes, words: string, ancestors: readonly Parents[], context: Context): Edit {
  const start = node.position?.start.offset ?? 0;
  const prefix = prefixIn(ancestors, context.lines);
  const text = [...writeComment('translate', words).split('\n'), ''].join(`\n${prefix}`);
  return { start, end: start, text };
}

/** A block's lines, each with what the containers around it put before it: a lazy line would fall out of them. */
function continued(words: string, ancestors: readonly Parents[], { lines }: Context): string {
  return withoutPrefixes(words).replaceAll('\n', `\n${prefixIn(ancestors, lines)}`);
}

/** A table in a comment of which only the first line and the last are to be taken away. */
function tableComment(node: Nodes, ancestors: readonly Parents[], context: Context): string {
  return writeComment('translate', continued(`\n${sliceOf(node, context.body)}\n`, ancestors, context));
}

/** Whether a title or a description is still that of the source, as a translation is begun with it. */
export function isUntranslated(value: string): boolean {
  return value.startsWith(untranslated.trim());
}
