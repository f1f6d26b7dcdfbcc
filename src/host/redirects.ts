import { join } from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { HostError } from './host-error.ts';
import { segmentsToAddress } from './target.ts';
import type { Target } from './target.ts';

/** A line of `_redirects`, as parsed. */
export interface RedirectRule {
  path: string;
  to: string;
  status?: number;
  /** Whether the rule applies even where a file exists, written `301!`. */
  force: boolean;
}

/** A rule with the conditions that the parser reads and this host does not support. */
interface ParsedRule extends RedirectRule {
  from: string;
  host?: string;
  query: object;
  conditions: object;
}

/** The destination and status of a rule that applies to an address. */
export interface Redirect {
  to: string;
  status: number;
}

/** Reads the rules of `_redirects` in a built site. Throws a `HostError` that names the line of each mistake. */
export async function readRedirectRules(directory: string): Promise<RedirectRule[]> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(directory, '_redirects')],
    configRedirects: [],
    minimal: false,
  });
  // The package types its rules as `unknown`; their shape is checked by the tests beside this file.
  const rules = redirects as ParsedRule[];
  const mistakes = [...errors.map(String), ...rules.flatMap(explainCondition), ...rules.flatMap(explainHost)];
  if (mistakes.length === 0) return rules;
  throw new HostError(
    `Cannot read _redirects:\n${mistakes.join('\n')}\n` +
      '  why  Without these rules, old addresses would not lead where they do on the real host.\n' +
      '  fix  Correct public/_redirects (`/from /to 301`, one rule per line) and build again.',
  );
}

/** Rejects conditional rules: ignoring the condition would show a different site than the real host. */
function explainCondition({ from, to, host, query, conditions }: ParsedRule): string[] {
  const isForAll = host === undefined && Object.keys({ ...query, ...conditions }).length === 0;
  if (isForAll) return [];
  return [
    `The rule from ${from} to ${to} has a condition other than the path, which this host does not support.`,
  ];
}

/**
 * Rejects rules that lead to another host without naming it in full: browsers read `//host`, `/\host` and `http:host` as
 * addresses of other hosts, and a placeholder in the host lets a link choose where it leads (an open redirect).
 */
function explainHost({ from, to }: ParsedRule): string[] {
  const namesHost = /^https?:\/\/[^/\\?#:]+(?::\d+)?(?=[/?#]|$)/i.test(to);
  const isPath = /^\/(?![/\\])/.test(to);
  if (namesHost || isPath) return [];
  return [
    `The rule from ${from} leads to ${to}, which may be on any host. Write a path (/…) or the full URL of a page (https://…).`,
  ];
}

/** Returns the redirect of the first rule that matches an address. Where a file exists, only forced rules apply. */
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

/**
 * Matches an address against the path of a rule and returns the values of its placeholders.
 *
 * @example
 * matchPath('/old/:year/*', ['old', '2024', 'a', 'b']) // { year: '2024', splat: 'a/b' }
 */
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
    // Only a splat may contain slashes: `/:term` with the value `/host` would be an open redirect.
    return name === 'splat' ? segmentsToAddress(value.split('/')).slice(1) : encodeURIComponent(value);
  });
  // HTTP headers are ASCII; text that is already percent-encoded stays unchanged.
  const address = filled.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  // `/:splat/a` with an empty splat becomes `//a`, which browsers read as the host `a`.
  return address.replace(/^\/+/, '/');
}

/** Appends the query of the request, unless the destination has its own. */
function withSearch(to: string, search: string): string {
  if (to.includes('?')) return to;
  const hashStart = to.includes('#') ? to.indexOf('#') : to.length;
  return to.slice(0, hashStart) + search + to.slice(hashStart);
}
