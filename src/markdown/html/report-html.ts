import type { VFile } from 'vfile';
import { suggest } from '../../diagnostics/index.ts';
import { toCalloutKind } from '../callouts.ts';
import { quote } from '../quote.ts';
import { report, type Finding } from '../report.ts';
import { pointAt, type BalancedHtml } from './balanced-html.ts';
import { effectOf } from './elements.ts';
import { findOpenQuote, findSwallowing, type HtmlFinding } from './find-swallowing.ts';
import type { Imbalance } from './match-tags.ts';
import { reportNotAllowed } from './report-not-allowed.ts';
import { allowedElements, requiredAncestors } from './schema.ts';
import type { HtmlToken, Piece, Tag } from './token.ts';

/** Reports what the page leaves out of raw HTML, or shows in another way than its author may expect. */
export function reportHtml(file: VFile, context: BalancedHtml): void {
  const imbalances = new Map(context.imbalances.map((imbalance) => [imbalance.tag, imbalance]));
  for (const piece of context.pieces) {
    reportNotAllowed(file, piece, context);
    const swallowing = findSwallowing(piece, context);
    if (swallowing !== undefined) reportAt(file, piece, swallowing);
    for (const token of piece.tokens) {
      if (token === swallowing?.token || context.inside.has(token)) continue;
      const finding = describe(token, { imbalances, piece, context });
      if (finding !== undefined) reportAt(file, piece, { token, ...finding });
    }
  }
}

function sourceOf({ start, end }: HtmlToken, { node }: Piece): string {
  return node.value.slice(start, end);
}

function reportAt(file: VFile, { node }: Piece, { token, ...finding }: HtmlFinding): void {
  const { position } = node;
  const place = position && {
    position: { start: pointAt(node, token.start), end: pointAt(node, token.end) },
  };
  report(file, { type: 'html', ...place }, finding);
}

/** The raw HTML of a finding: the output for each token, and the tags that are not balanced. */
interface Place {
  imbalances: ReadonlyMap<Tag, Imbalance>;
  piece: Piece;
  context: BalancedHtml;
}

function describe(token: HtmlToken, { imbalances, piece, context }: Place): Finding | undefined {
  const source = quote(sourceOf(token, piece));
  switch (token.type) {
    case 'declaration':
      return {
        rule: 'html/declaration',
        severity: 'warning',
        what: `\`${source}\` is shown as text`,
        why: 'Other programs that read Markdown hide it, and a page can’t use it.',
        fix: asText(source, context),
      };
    case 'cut':
      return {
        rule: 'html/cut-tag',
        severity: 'warning',
        what: `The tag \`${source}\` has no \`>\`, so it is shown as text`,
        why: 'Other programs that read Markdown hide the rest of the block.',
        fix: `Write the missing \`>\`, or the missing quote before it. ${asText(source, context)}`,
      };
    case 'open': {
      const imbalance = imbalances.get(token);
      return imbalance === undefined
        ? findOpenQuote(token)
        : describeImbalance(imbalance, { source, context });
    }
    case 'close': {
      const imbalance = imbalances.get(token);
      return imbalance && describeImbalance(imbalance, { source, context });
    }
    default:
      return undefined;
  }
}

function describeImbalance(
  { tag, kind }: Imbalance,
  { source, context }: { source: string; context: BalancedHtml },
): Finding {
  const severity = 'warning';
  const block = context.isInline ? 'paragraph' : 'block of HTML';
  const name = tag.name.toLowerCase();
  switch (kind) {
    case 'unclosed':
      return {
        rule: 'html/unclosed',
        severity,
        what: `\`${source}\` is never closed`,
        why: `The page closes it at the end of its ${block}.`,
        fix: `Write \`</${name}>\` where it ends. ${asText(source, context)}`,
      };
    case 'overlapping':
      return {
        rule: 'html/overlapping',
        severity,
        what: `\`${source}\` is closed after the element or emphasis around it`,
        why: 'Elements can’t overlap, so the page closes it earlier.',
        fix: `Write \`</${name}>\` before the end of what contains \`${source}\`.`,
      };
    case 'stray':
      return {
        rule: 'html/stray-close',
        severity,
        what: `\`${source}\` closes nothing`,
        why: 'The page leaves it out. An element must be opened and closed in the same paragraph, list item or quote.',
        fix:
          effectOf(tag) === 'allowed'
            ? `Remove it, or write \`<${name}>\` where the element begins.`
            : 'Remove it.',
      };
    case 'misplaced': {
      const parents = (requiredAncestors[name] ?? []).map((each) => `\`<${each}>\``).join(' or ');
      return {
        rule: 'html/misplaced',
        severity,
        what: `\`${source}\` outside ${parents}`,
        why: 'The page shows its content like any other text.',
        fix: `Put it into ${parents}, or remove its tags.`,
      };
    }
    case 'text':
      return {
        rule: 'html/tag-as-text',
        severity,
        what:
          effectOf(tag) === 'unknown'
            ? `\`${source}\` is not an HTML element, so it is shown as text${nearest(tag.name)}`
            : `\`${source}\` is neither allowed nor closed, so it is shown as text`,
        why: 'Other programs that read Markdown hide it.',
        fix: asCallout(tag.name) + asText(source, context),
      };
  }
}

/** Suggests the element of a misspelled tag, unless it is a component or its name is short and so close to too many elements. */
function nearest(name: string): string {
  const nearby = name.length < 6 || name !== name.toLowerCase() ? '' : suggest(name, allowedElements);
  return nearby.startsWith(':') ? nearby : '';
}

/** Returns how to write a component of MDX that is a callout, such as `<Warning>`, or an empty string. */
function asCallout(name: string): string {
  const kind = /^[A-Z]/.test(name) ? toCalloutKind(name) : undefined;
  return kind === undefined
    ? ''
    : `For a callout, write \`:::${kind}\` on a line of its own before its text and \`:::\` after it. `;
}

/** Returns how to write source as text: a backslash escapes only within a paragraph. */
function asText(source: string, { isInline }: BalancedHtml): string {
  return isInline
    ? `To show it, put it in backticks or write \`\\${source}\`.`
    : `To show it, put it in a code block or write \`&lt;${source.slice(1)}\`.`;
}
