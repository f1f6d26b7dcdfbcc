import { compareDiagnostics, errorsIn, type Diagnostic } from './diagnostic.ts';

/**
 * Formats a diagnostic for the terminal.
 *
 * @example
 * content/articles/a/en.md:3:1: error: Unknown key `tpoics`: did you mean `topics`?  yaml/unknown-key
 *   why  …
 *   fix  …
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  return [formatHead(diagnostic), ...formatReason(diagnostic)].join('\n');
}

function formatHead(diagnostic: Diagnostic): string {
  const { severity, what, rule } = diagnostic;
  return `${formatPlace(diagnostic)}: ${severity}: ${toPrintable(what)}  ${rule}`;
}

function formatReason({ why, fix }: Diagnostic): string[] {
  return [`  why  ${toPrintable(why)}`, `  fix  ${toPrintable(fix)}`];
}

function formatPlace({ file, line, column }: Diagnostic): string {
  return `${toPrintable(file)}:${line}:${column}`;
}

/** Longest text of a message; an author's file may be quoted in it. */
const longestText = 1000;

/**
 * Makes text safe to show: escapes control characters and those that reverse the direction of text, which a quoted file name or text could contain to change
 * what a terminal shows, and cuts off long texts.
 */
export function toPrintable(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return short.replace(
    /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}

/** Largest number of diagnostics of one rule that a report lists in full. */
const listedInFull = 20;

/** Number of different messages that are listed of a rule with more diagnostics. */
const listedMessages = 50;

/** Number of places that are listed of a message that is repeated. */
const listedPlaces = 5;

/**
 * Formats all diagnostics, sorted, and a line that counts them. Returns an empty string for an empty list.
 *
 * A rule with many diagnostics is folded: each of its messages is listed once, with the first places where it occurs and the
 * number of the others. If there are too many different messages, the last are only counted.
 *
 * @param isComplete lists every diagnostic in full
 */
export function formatReport(diagnostics: readonly Diagnostic[], isComplete = false): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const rules = [...Map.groupBy(sorted, ({ severity, rule }) => `${severity} ${rule}`).values()];
  const isListed = (group: readonly Diagnostic[]): boolean => isComplete || group.length <= listedInFull;
  const blocks = rules.flatMap((group) => (isListed(group) ? group.map((each) => [each]) : foldRule(group)));
  const ordered = blocks.sort(([a], [b]) => (a && b ? compareDiagnostics(a, b) : 0));
  const hint = rules.every(isListed)
    ? ''
    : '. Repeated ones are counted; `npm run check -- --all` lists each.';
  return [...ordered.map(formatBlock), summarize(diagnostics) + hint].join('\n\n');
}

/** Splits the diagnostics of a rule into blocks: one for each of the first messages, and one for all others. */
function foldRule(group: readonly Diagnostic[]): Diagnostic[][] {
  const messages = [...Map.groupBy(group, ({ what, why, fix }) => JSON.stringify([what, why, fix])).values()];
  const others = messages.slice(listedMessages).flat();
  return [...messages.slice(0, listedMessages), ...(others.length > 0 ? [others] : [])];
}

/** Formats a diagnostic and the places of others like it. */
function formatBlock([first, ...others]: readonly Diagnostic[]): string {
  if (first === undefined) return '';
  const isSame = others.every(({ what }) => what === first.what);
  const listed = others
    .slice(0, listedPlaces - 1)
    .map(formatPlace)
    .join(', ');
  const rest = others.slice(listedPlaces - 1);
  const files = new Set(rest.map(({ file }) => file)).size;
  const more =
    rest.length === 0
      ? ''
      : ` and ${rest.length.toLocaleString('en')} more in ${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;
  const also = `  also ${isSame ? '' : 'similar ones '}at ${listed}${more}`;
  return [formatHead(first), ...(others.length > 0 ? [also] : []), ...formatReason(first)].join('\n');
}

/**
 * Formats diagnostics like {@link formatReport}, but groups those with the same rule, reason and fix, and prints these only once, so
 * that important problems don't get lost among many similar ones.
 */
export function formatGroupedReport(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const groups = Map.groupBy(sorted, ({ rule, why, fix }) => JSON.stringify([rule, why, fix]));
  const formatted = [...groups.values()].map((group) =>
    group
      .map((each, index) =>
        index === group.length - 1 ? formatDiagnostic(each) : formatDiagnostic(each).split('\n', 1).join(''),
      )
      .join('\n'),
  );
  return [...formatted, summarize(diagnostics)].join('\n\n');
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = errorsIn(diagnostics).length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}

/** Formats a number with an English noun: `1 place`, `2 places`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
