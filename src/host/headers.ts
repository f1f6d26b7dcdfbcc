import { validateHeaderName, validateHeaderValue } from 'node:http';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import type { Header } from '@netlify/headers-parser';
import { HostError } from './host-error.ts';

/** One block of `_headers`: the addresses it is for and the headers it sets. */
export interface HeaderRule {
  for: string;
  forRegExp: RegExp;
  values: Readonly<Record<string, string>>;
}

/** The caching of what no rule says more of: kept, but never shown without asking whether it still holds. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** Headers that describe the bytes on the wire: the host alone knows them. */
const wireHeaders = new Set(['connection', 'content-length', 'date', 'transfer-encoding']);

/** Read the rules of the `_headers` file in a built site; a mistake in it is an error that names the line. */
export async function readHeaderRules(directory: string): Promise<HeaderRule[]> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(directory, '_headers')],
    configHeaders: undefined,
    minimal: false,
  });
  // With `minimal: false` every rule carries its pattern; the package's type leaves both forms open.
  const rules = headers as Header[];
  const mistakes = [...errors.map((error) => error.message), ...rules.flatMap(invalidHeaders)];
  if (mistakes.length > 0) throw new HostError(explainMistakes(mistakes));
  return rules;
}

function invalidHeaders(rule: HeaderRule): string[] {
  return Object.entries(rule.values).flatMap(([name, value]) => {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
      return [];
    } catch (error) {
      return [`Under ${rule.for}: ${String(error)}`];
    }
  });
}

function explainMistakes(mistakes: readonly string[]): string {
  return (
    `_headers cannot be followed:\n${mistakes.join('\n')}\n` +
    '  why  A host skips what it cannot read, so the site would go out without these headers.\n' +
    '  fix  Correct public/_headers (a line with a path, then indented `Name: value` lines) and build again.'
  );
}

/**
 * The headers for one address, names in lower case: the host's caching first, then the rules, the later one winning.
 *
 * @param path the decoded address a visitor asked for, with the base: `/kb/_astro/a.css`
 */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': revalidate };
  for (const { forRegExp, values } of rules) {
    if (!forRegExp.test(path)) continue;
    for (const [name, value] of Object.entries(values)) {
      if (!wireHeaders.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
    }
  }
  return headers;
}
