import { visit } from '../../tree/index.ts';
import { calloutKinds, toCalloutKind } from '../callouts.ts';
import { findAlertMarker } from '../alerts.ts';
import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { isLineStart } from './prose.ts';

/** Syntax that other programs read and Narani shows as typed. */
interface Syntax {
  /** The programs, as a message names them. */
  of: string;
  pattern: RegExp;
  /** Whether it counts only at the beginning of a line. */
  startsLine?: true;
  /** Returns whether a match is text after all. */
  isText?: (match: RegExpExecArray) => boolean;
  /** The equivalent in Narani, from the match in the prose and in the source. */
  fix: (match: RegExpExecArray, written: string) => string;
  rule?: string;
  /** The consequence for readers; by default, that they see the characters as typed. */
  why?: string;
}

/**
 * The first row that matches at a place counts. Quantifiers are limited, or over characters that can’t begin another match, so the
 * search is linear.
 */
const syntaxes: readonly Syntax[] = [
  {
    of: 'a table of contents in Markdown editors',
    pattern: /\[\[?[_\uFFFC]?toc[_\uFFFC]?\]\]?|\{:toc\}/gi,
    startsLine: true,
    fix: () => 'Remove it: every page has its table of contents.',
  },
  {
    of: 'an embedded file in Obsidian',
    pattern: /!\[\[([^[\]\n|#]+)(?:[#|][^[\]\n]*)?\]\]/g,
    fix: ([, target = '']) =>
      isPicture(target)
        ? `Put the picture beside the text and write \`![…](./${encodeSpaces(target)})\`, with a description between the brackets.`
        : `Write \`[[${quote(target.trim())}]]\` for a link to it: a text can’t contain another one.`,
  },
  {
    of: 'a link to a heading of the same text in Obsidian',
    pattern: /\[\[#([^[\]\n|]+)(?:\\?\|([^[\]\n]*))?\]\]/g,
    fix: ([, id = '', words]) =>
      `Write \`[${quote((words ?? id).trim())}](#id)\`, with the id of the heading.`,
  },
  {
    of: 'a link by name within another link, or with a `|` that divides a table',
    pattern: /\[\[[^\s[\]|#^][^[\]\n]*\]\]/g,
    fix: (_, written) =>
      written.includes('|')
        ? `Write \`${quote(written.replace('|', '\\|'))}\`: in a table, \`|\` ends the cell.`
        : 'Put it before or after the other link, or remove the double brackets.',
  },
  {
    of: 'a shortcode in Hugo',
    pattern: /\{\{[<%][^<>{}\n]*[>%]\}\}/g,
    fix: ([written]) => fixTemplate(written),
  },
  {
    of: 'a tag of Liquid templates (Jekyll, GitBook, Hexo)',
    pattern: /\{%[^%\n]*%\}/g,
    fix: ([written]) => fixTemplate(written),
  },
  {
    of: 'a value of templates (Jekyll, Hugo, Vue)',
    pattern: /(?<!\$)\{\{[^{}\n]*\}\}/g,
    fix: () => 'Write the value itself. If the text is about templates, write it as code, between backticks.',
  },
  {
    of: 'an admonition in MkDocs',
    pattern: /(?:!!!|\?\?\?)\+?[ \t]+([a-z]+)(?:[ \t]+"([^"\n]*)")?/gi,
    startsLine: true,
    isText: ([, name = '']) =>
      toCalloutKind(name) === undefined && !/^(?:example|quote|faq|help)$/i.test(name),
    fix: ([, name = '', title]) =>
      fixCallout(name, title, 'and remove the indentation of the lines after it'),
  },
  {
    of: 'a directive in reStructuredText',
    pattern: /\.\. ([a-z][\w-]*)::/gi,
    startsLine: true,
    fix: ([, name = '']) => fixCallout(name, undefined, 'and remove the indentation of the lines after it'),
  },
  {
    of: 'attributes in Jekyll (kramdown)',
    pattern: /\{:{1,2}[ \t]*(?:[.#][\p{L}_]|[a-z][\w-]*=|\/?(?:comment|nomarkdown|options)\b)[^{}\n]*\}/giu,
    fix: ([written]) => fixAttributes(written),
    rule: 'attribute/not-read',
  },
  {
    of: 'a class in Pandoc and markdown-it',
    pattern: /(?<!\{)\{\.[\p{L}_][\p{L}\p{N}_-]*(?:[ \t][^{}\n]*)?\}/gu,
    fix: () => 'Remove it: pages have one style for all texts.',
    rule: 'attribute/not-read',
  },
  {
    of: 'an id, which only the end of a heading can have, without spaces and colons',
    pattern: /(?<!\{)\{#([\p{L}_][^{}\n]*)\}/gu,
    isText: ([, id = '']) => /^(?:if|each|await|key|snippet)\b/.test(id),
    fix: ([, id = '']) =>
      /[\s:#]/.test(id)
        ? `Write \`{#${id.trim().replace(/[\s:#]+/g, '-')}}\` at the end of the heading.`
        : 'Put it at the end of the heading that it belongs to, or remove it.',
    rule: 'attribute/not-read',
  },
  {
    of: 'a comment in Obsidian',
    pattern: /(?<![%\d])%%([^%\n]+)%%(?!%)/g,
    fix: ([, text = '']) => `Write \`<!-- ${quote(text)} -->\`, which readers don’t see, or remove it.`,
    why: 'Readers see the comment.',
  },
  {
    of: 'highlighted text in Obsidian and other editors',
    pattern: /(?<![=\w])==(?![=\s])([^=\n]+)==(?!=)/g,
    isText: ([, text = '']) => /\s$/.test(text),
    fix: ([, text = '']) => `Write \`<mark>${quote(text)}</mark>\`, or \`**${quote(text)}**\` for bold text.`,
  },
  {
    of: 'a footnote within the text (Pandoc, Obsidian)',
    pattern: /\^\[([^[\]\n]+)\]/g,
    // In English, `^[a-z]` is part of a regular expression.
    isText: ([, text = '']) => !/[가-힣]| [a-z]/i.test(text),
    fix: ([, text = '']) =>
      `Write \`[^1]\` here and \`[^1]: ${quote(text)}\` at the end of the text, with a label that is not in use.`,
  },
  {
    of: 'a heading without a space after its `#`',
    pattern: /#{2,6}(?![#\s])([^\n]+)/g,
    startsLine: true,
    fix: ([written, words = '']) => `Write \`${written.slice(0, -words.length)} ${quote(words)}\`.`,
    rule: 'heading/not-read',
    why: 'Readers see a paragraph that begins with `#`, and the table of contents lacks the heading.',
  },
  {
    of: 'an import in MDX',
    pattern: /(?:import[ \t]+[\w*{][^'"\n]{0,200}from[ \t]+|import[ \t]+)['"][^'"\n]+['"]/g,
    startsLine: true,
    fix: () =>
      'Remove it, and write in Markdown what the component shows. If it is code, put it into a code block.',
  },
  {
    of: 'a picture in Tistory',
    // The underscores are masked: the parser reads them as emphasis.
    pattern: /\[##[_\uFFFC][^#\n]*[_\uFFFC]##\]/g,
    fix: () =>
      'Put the picture beside the text and write `![…](./name.png)`, with a description between the brackets.',
  },
];

/** Reports syntax of other programs that is left in prose, and callouts that Narani doesn’t read. */
export function findOtherSyntax(context: LeftoverContext): Leftover[] {
  const matches = syntaxes
    .flatMap((syntax) => matchesOf(syntax, context).map((match) => ({ syntax, match })))
    // Stable: of several rows that match at a place, the first one comes first.
    .sort((a, b) => a.match.index - b.match.index);
  const found: Leftover[] = [];
  let end = 0;
  for (const { syntax, match } of matches) {
    if (match.index < end) continue;
    found.push(toLeftover(syntax, match, context));
    end = match.index + match[0].length;
  }
  return [...found, ...findColons(context), ...findUnknownAlerts(context), ...findAsides(context)];
}

function matchesOf({ pattern, startsLine, isText }: Syntax, context: LeftoverContext): RegExpExecArray[] {
  const { prose } = context;
  return [...prose.text.matchAll(pattern)].filter(
    (match) => !(startsLine === true && !isLineStart(prose.text, match.index)) && isText?.(match) !== true,
  );
}

function toLeftover(syntax: Syntax, match: RegExpExecArray, context: LeftoverContext): Leftover {
  const written = context.markdown.slice(match.index, match.index + match[0].length);
  return {
    offset: match.index,
    rule: syntax.rule ?? 'syntax/not-read',
    severity: 'warning',
    what: `\`${quote(written)}\` is shown as typed: it looks like ${syntax.of}`,
    why: syntax.why ?? 'Readers see the characters, not what they stand for.',
    fix: syntax.fix(match, written),
  };
}

function isPicture(target: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(target);
}

/** Names the Markdown for a tag of templates by its first word. */
function fixTemplate(written: string): string {
  const name = /[a-z][\w-]*/i.exec(written)?.[0].toLowerCase() ?? '';
  const isEnd = /^\{[{%][<%-]?\s*(?:\/|end)/.test(written);
  if (['hint', 'endhint', 'notice', 'callout', 'alert', 'admonition'].includes(name))
    return isEnd
      ? 'Write `:::` on a line of its own.'
      : 'Write `:::note` on a line of its own before the text and `:::` after it.';
  if (['highlight', 'endhighlight', 'codeblock', 'endcodeblock', 'code', 'endcode'].includes(name))
    return 'Write ``` and the language on a line of its own before the code, and ``` after it.';
  if (name === 'raw' || name === 'endraw') return 'Remove it: nothing in a text is a template.';
  if (name === 'post_url' || name === 'ref' || name === 'relref' || name === 'link')
    return 'Write the path to the other text: `../its-folder/ko.md`.';
  if (name === 'figure' || name === 'img' || name === 'image')
    return 'Put the picture beside the text and write `![…](./name.png)`.';
  return 'Write in Markdown what it stands for, or remove it. If the text is about templates, write it as code, between backticks.';
}

function fixCallout(name: string, title: string | undefined, also: string): string {
  const kind = toCalloutKind(name) ?? 'note';
  const label = title === undefined || title === '' ? '' : `[${title}]`;
  return `Write \`:::${kind}${label}\` in its place, \`:::\` on a line of its own after the text, ${also}.`;
}

/** In some themes of Jekyll, a class makes a callout of the paragraph or quote beside it: `{: .notice--info}`, `{: .prompt-tip }`. */
function fixAttributes(written: string): string {
  const [callout, name = ''] = /\.(?:notice|prompt)(?:-{1,2}([a-z]+))?/.exec(written) ?? [];
  return callout === undefined
    ? 'Remove it: pages have one style for all texts. A heading gets an id with `{#id}` at its end.'
    : `Remove it, and write \`:::${toCalloutKind(name) ?? 'note'}\` on a line of its own before the text that it belongs to and \`:::\` after it.`;
}

function encodeSpaces(path: string): string {
  return path.replaceAll(' ', '%20');
}

/** Reports lines of colons that neither open nor close a callout. */
function findColons({ markdown, prose: { text } }: LeftoverContext): Leftover[] {
  return [...text.matchAll(/:{3,}([^\n:]*)/g)]
    .filter(({ index }) => isLineStart(text, index))
    .map(({ index, 0: written, 1: rest = '' }) => ({
      offset: index,
      rule: 'directive/not-read',
      severity: 'warning' as const,
      what: `\`${quote(markdown.slice(index, index + written.length))}\` neither opens nor closes a callout`,
      why: 'The page shows the colons instead of a callout.',
      fix: fixColons(
        written.slice(0, written.length - rest.length),
        markdown.slice(index + written.length - rest.length, index + written.length),
      ),
    }));
}

function fixColons(colons: string, rest: string): string {
  const [, name = '', title = ''] = /^[ \t]*([a-z]+)[ \t]*(.*)$/i.exec(rest) ?? [];
  const kind = toCalloutKind(name);
  const label = title.replace(/\{[^{}]*\}/g, '').trim();
  if (kind !== undefined)
    return `Write \`${colons}${kind}${label === '' ? '' : `[${label.replace(/^\[|\]$/g, '')}]`}\`: no space before the kind, and the title in brackets.`;
  if (rest.trim() === '')
    return 'If it should close a callout, write as many colons as that begins with. Otherwise remove the line.';
  return `Write one of ${calloutKinds.map((each) => `\`:::${each}\``).join(', ')}, or \`\\:\` for colons that are text.`;
}

/** Reports quotes that begin like an alert but name no kind of callout. */
function findUnknownAlerts({ tree, markdown }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, 'blockquote', (node) => {
    const alert = findAlertMarker(node, markdown);
    if (alert === undefined) return;
    const written = alert.marker.trim();
    const kind = toCalloutKind(alert.name);
    found.push({
      offset: alert.text.position?.start.offset ?? 0,
      rule: 'callout/unknown',
      severity: 'warning',
      what: `Unknown callout \`${written}\`${kind === undefined ? '' : `: did you mean \`[!${kind.toUpperCase()}]\`?`}`,
      why: 'Readers see a quotation that begins with these characters.',
      fix: `Write one of ${calloutKinds.map((each) => `\`[!${each.toUpperCase()}]\``).join(', ')}, or remove \`${written}\` if it is a quotation.`,
    });
  });
  return found;
}

/** Reports `<Aside>`, a callout in MDX, which HTML has as an element without a frame. Raw HTML has rules of its own for other components. */
function findAsides({ tree, markdown }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, 'html', ({ position }) => {
    const start = position?.start.offset ?? 0;
    for (const { index } of markdown.slice(start, position?.end.offset).matchAll(/<Aside\b/g))
      found.push({
        offset: start + index,
        rule: 'syntax/not-read',
        severity: 'warning',
        what: '`<Aside>` is a component of MDX, which Narani doesn’t have',
        why: 'Readers see its content without a frame or label.',
        fix: 'Write `:::note` on a line of its own in place of `<Aside>`, and `:::` in place of `</Aside>`.',
      });
  });
  return found;
}
