import { join } from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { segmentsToAddress } from './target.ts';
import type { Target } from './target.ts';

/** One line of `_redirects`, as the parser gives it. */
export interface RedirectRule {
  path: string;
  to: string;
  status?: number;
  /** Written `301!`: holds even where a file exists. */
  force: boolean;
  host?: string;
  query: Readonly<Record<string, string>>;
  conditions: Readonly<Record<string, readonly string[]>>;
}

/** What a rule looks at besides the address. */
export interface Visitor {
  host: string | undefined;
  acceptLanguage: string | undefined;
}

/** What a rule asks for: where to go, and with which status. */
export interface Redirect {
  to: string;
  status: number;
}

/** Read the rules of the `_redirects` file in a built site; a mistake in it is an error that names the line. */
export async function readRedirectRules(directory: string): Promise<RedirectRule[]> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(directory, '_redirects')],
    configRedirects: [],
    minimal: false,
  });
  if (errors.length > 0) {
    throw new Error(
      `_redirects cannot be followed:\n${errors.map(String).join('\n')}\n` +
        '  why  A host skips what it cannot read, so these old addresses would lead nowhere.\n' +
        '  fix  Correct public/_redirects (`/from /to 301`, one rule a line) and build again.',
    );
  }
  // The package types its rules as `unknown`; their shape is checked by the tests beside this file.
  return redirects as RedirectRule[];
}

/** The first rule that holds for an address. Where a file exists, only forced rules do. */
export function findRedirect(
  rules: readonly RedirectRule[],
  target: Target,
  visitor: Visitor,
  fileExists: boolean,
): Redirect | undefined {
  for (const rule of rules) {
    if (fileExists && !rule.force) continue;
    const redirect = followRule(rule, target, visitor);
    if (redirect) return redirect;
  }
  return undefined;
}

function followRule(rule: RedirectRule, target: Target, visitor: Visitor): Redirect | undefined {
  if (!isForVisitor(rule, visitor)) return undefined;
  const inPath = matchPath(rule.path, target.segments);
  const inQuery = matchQuery(rule.query, new URLSearchParams(target.search));
  if (!inPath || !inQuery) return undefined;
  const to = withSearch(fillPlaceholders(rule.to, { ...inPath, ...inQuery }), rule, target.search);
  const leadsToItself = to === segmentsToAddress(target.segments) + target.search;
  return leadsToItself ? undefined : { to, status: rule.status ?? 301 };
}

/** A rule for a country, a role or a cookie is left out: what it asks about is not known on this machine. */
function isForVisitor({ host, conditions }: RedirectRule, visitor: Visitor): boolean {
  if (host !== undefined && host !== visitor.host) return false;
  return Object.entries(conditions).every(
    ([name, wanted]) => name === 'Language' && wanted.includes(firstLanguage(visitor.acceptLanguage)),
  );
}

/** `ko-KR,ko;q=0.9` → `ko`; browsers write the language they prefer first. */
function firstLanguage(acceptLanguage = ''): string {
  return acceptLanguage.split(/[-,;]/, 1)[0]?.trim().toLowerCase() ?? '';
}

type Values = Record<string, string>;

/** The placeholders of a path rule, filled: `/old/:year/*` on `/old/2024/a/b` → `{ year: '2024', splat: 'a/b' }`. */
function matchPath(path: string, segments: readonly string[]): Values | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const names = segments.filter((segment) => segment !== '');
  const values: Values = {};
  for (const [index, part] of parts.entries()) {
    if (part === '*' && index === parts.length - 1) {
      return { ...values, splat: segments.slice(index).join('/') };
    }
    const name = names[index];
    if (name === undefined) return undefined;
    if (part.startsWith(':')) values[part.slice(1)] = name;
    else if (decodePart(part) !== name) return undefined;
  }
  return names.length === parts.length ? values : undefined;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function matchQuery(query: RedirectRule['query'], asked: URLSearchParams): Values | undefined {
  const values: Values = {};
  for (const [name, wanted] of Object.entries(query)) {
    const value = asked.get(name);
    if (value === null) return undefined;
    if (wanted.startsWith(':')) values[wanted.slice(1)] = value;
    else if (wanted !== value) return undefined;
  }
  return values;
}

function fillPlaceholders(to: string, values: Values): string {
  const filled = to.replace(/:([a-z][\w-]*)/gi, (written, name: string) => {
    const value = values[name];
    if (value === undefined) return written;
    // Only a splat may bring slashes: `/:term` filled with `/host` would send the visitor to another site.
    return name === 'splat' ? segmentsToAddress(value.split('/')).slice(1) : encodeURIComponent(value);
  });
  // A header holds ASCII only; what is already percent-encoded stays as it is.
  return filled.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** A visitor's query travels on, unless the rule used it or writes its own. */
function withSearch(to: string, { query }: RedirectRule, search: string): string {
  if (to.includes('?') || Object.keys(query).length > 0) return to;
  const hashStart = to.includes('#') ? to.indexOf('#') : to.length;
  return to.slice(0, hashStart) + search + to.slice(hashStart);
}
