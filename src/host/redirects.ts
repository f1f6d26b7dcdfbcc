import { join } from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { HostError } from './host-error.ts';
import { segmentsToAddress } from './target.ts';
import type { Target } from './target.ts';

/** One line of `_redirects`, as the parser gives it. */
export interface RedirectRule {
  path: string;
  to: string;
  status?: number;
  /** Written `301!`: holds even where a file exists. */
  force: boolean;
}

/** What the parser reads besides, and this host does not follow. */
interface ParsedRule extends RedirectRule {
  from: string;
  host?: string;
  query: object;
  conditions: object;
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
  // The package types its rules as `unknown`; their shape is checked by the tests beside this file.
  const rules = redirects as ParsedRule[];
  const mistakes = [...errors.map(String), ...rules.flatMap(explainCondition)];
  if (mistakes.length === 0) return rules;
  throw new HostError(
    `_redirects cannot be followed:\n${mistakes.join('\n')}\n` +
      '  why  Were they skipped, old addresses would lead nowhere here, or elsewhere than on the real host.\n' +
      '  fix  Correct public/_redirects (`/from /to 301`, one rule a line) and build again.',
  );
}

/** A rule for some visitors alone would hold here for all of them, or for none: either shows another site than the real host. */
function explainCondition({ from, to, host, query, conditions }: ParsedRule): string[] {
  const isForAll = host === undefined && Object.keys({ ...query, ...conditions }).length === 0;
  if (isForAll) return [];
  return [`The rule from ${from} to ${to} depends on more than the path, which this host does not follow.`];
}

/** The first rule that holds for an address. Where a file exists, only forced rules do. */
export function findRedirect(
  rules: readonly RedirectRule[],
  target: Target,
  fileExists: boolean,
): Redirect | undefined {
  for (const rule of rules) {
    if (fileExists && !rule.force) continue;
    const redirect = followRule(rule, target);
    if (redirect) return redirect;
  }
  return undefined;
}

function followRule(rule: RedirectRule, target: Target): Redirect | undefined {
  const values = matchPath(rule.path, target.segments);
  if (!values) return undefined;
  const to = withSearch(fillPlaceholders(rule.to, values), target.search);
  const leadsToItself = to === segmentsToAddress(target.segments) + target.search;
  return leadsToItself ? undefined : { to, status: rule.status ?? 301 };
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

/** A visitor's query travels on, unless the rule writes its own. */
function withSearch(to: string, search: string): string {
  if (to.includes('?')) return to;
  const hashStart = to.includes('#') ? to.indexOf('#') : to.length;
  return to.slice(0, hashStart) + search + to.slice(hashStart);
}
