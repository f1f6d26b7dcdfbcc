import type { Place } from '../diagnostics/index.ts';

/** A rule of `_redirects` with its place. */
export interface RedirectLine extends Place {
  from: string;
  to: string;
  /** The place of the destination. */
  toPlace: Place;
}

/** A line that hosts can’t read as a rule. */
interface MalformedLine extends Place {
  what: string;
}

/** Status codes of redirects, and of answers with another file. */
const statusCodes = ['200', '301', '302', '303', '307', '308', '404', '410'];

/** Parses the text of `_redirects`: one rule per line, `/from /to [status]`; `#` begins a comment. */
export function parseRedirectLines(text: string): { rules: RedirectLine[]; malformed: MalformedLine[] } {
  const rules: RedirectLine[] = [];
  const malformed: MalformedLine[] = [];
  text.split('\n').forEach((written, index) => {
    const line = index + 1;
    const words = [...written.matchAll(/\S+/g)];
    const comment = words.findIndex(([word]) => word.startsWith('#'));
    const parts = comment === -1 ? words : words.slice(0, comment);
    const [from, to, status] = parts;
    if (from === undefined) return;
    const place = { line, column: from.index + 1 };
    const what = explain(from[0], to?.[0], status?.[0], parts.length);
    if (what !== undefined) malformed.push({ ...place, what });
    else if (to !== undefined)
      rules.push({ ...place, from: from[0], to: to[0], toPlace: { line, column: to.index + 1 } });
  });
  return { rules, malformed };
}

/** Returns why a line is no rule, or `undefined` if it is one. */
function explain(
  from: string,
  to: string | undefined,
  status: string | undefined,
  length: number,
): string | undefined {
  if (!isPath(from)) return `\`${from}\` is not a path of this site: it does not begin with \`/\``;
  if (from.startsWith('/.netlify')) return `\`${from}\` is an address that Netlify keeps for itself`;
  if (to === undefined) return `The rule from \`${from}\` has no destination`;
  if (!isPath(to) && !/^https?:\/\/[^/\\?#:]+(?::\d+)?(?=[/?#]|$)/i.test(to))
    return `The destination \`${to}\` is neither a path (\`/…\`) nor a web address with a host (\`https://…\`)`;
  if (status !== undefined && !statusCodes.includes(status.replace(/!$/, '')))
    return `\`${status}\` is not a status code of redirects`;
  if (length > 3) return `The rule from \`${from}\` has more than a path, a destination and a status code`;
  return undefined;
}

function isPath(text: string): boolean {
  return /^\/(?![/\\])/.test(text);
}
