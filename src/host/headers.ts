import { validateHeaderName, validateHeaderValue } from 'node:http';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import type { Header } from '@netlify/headers-parser';
import { HostError } from './host-error.ts';

/** A block of `_headers`: a path pattern and the headers it sets. */
export interface HeaderRule {
  for: string;
  forRegExp: RegExp;
  values: Readonly<Record<string, string>>;
}

/** The default `Cache-Control`: cache, but revalidate before each use. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** Headers that depend on how the response is sent, so rules cannot set them. */
const wireHeaders = new Set(['connection', 'content-length', 'date', 'transfer-encoding']);

/** Reads the rules of `_headers` in a built site. Throws a `HostError` that names the line of each mistake. */
export async function readHeaderRules(directory: string): Promise<HeaderRule[]> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(directory, '_headers')],
    configHeaders: undefined,
    minimal: false,
  });
  // With `minimal: false` every rule has `forRegExp`, which the package's types don't say.
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
    `Cannot read _headers:\n${mistakes.join('\n')}\n` +
    '  why  Hosts skip lines they cannot read, so the site would be served without these headers.\n' +
    '  fix  Correct public/_headers (a line with a path, then indented `Name: value` lines) and build again.'
  );
}

/**
 * Returns the headers for an address, with lower-case names: the default caching, overridden by each matching rule in order.
 *
 * @param path the decoded address of the request, with the base: `/kb/_astro/a.css`
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
