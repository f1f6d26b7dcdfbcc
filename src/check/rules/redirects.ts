import { findNearest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import { markdownHref, pageToHref } from '../../locale/index.ts';
import { foldName, listRedirects, type Redirect } from '../../model/index.ts';
import { parseRedirectLines, type RedirectLine } from '../redirect-lines.ts';
import type { Rule } from '../rule.ts';
import { listPublishedPaths } from '../site-files.ts';

/** Reports rules of `public/_redirects` that are malformed, never apply, go in circles or lead to no page. */
export const checkRedirects: Rule = (library) => {
  const { content, articles } = library;
  if (content.redirects === undefined) return [];
  const { file, text } = content.redirects;
  const { rules, malformed } = parseRedirectLines(text);
  if (rules.length + malformed.length === 0) return [];
  const context: RedirectContext = {
    file,
    rules: rules.filter(({ from }) => isExact(from)),
    paths: listPublishedPaths(library),
    aliases: new Map(
      articles
        .flatMap((article) => listRedirects(article, content.site.locales))
        .map((redirect) => [toKey(redirect.path), redirect]),
    ),
  };
  return [
    ...malformed.map((line) => reportMalformed(line, file)),
    ...rules.flatMap((rule) => [...checkSource(rule, context), ...checkDestination(rule, context)]),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
};

interface RedirectContext {
  file: string;
  /** The rules for a single address. */
  rules: readonly RedirectLine[];
  /** Decoded paths of the published site. */
  paths: ReadonlySet<string>;
  /** Aliases by key of their path. */
  aliases: ReadonlyMap<string, Redirect>;
}

type Message = Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>;

function report(file: string, { line, column }: Place, message: Message): Diagnostic {
  return { file, line, column, severity: 'error', ...message };
}

function reportMalformed({ what, ...place }: Place & { what: string }, file: string): Diagnostic {
  return report(file, place, {
    rule: 'redirect/malformed',
    what,
    why: 'Hosts ignore the line or reject the whole file, and `npm run serve` does not start.',
    fix: 'Write one rule per line: `/from /to 301`, with `#` before comments.',
  });
}

/** Reports a rule whose address has a page, an alias or an earlier rule. */
function checkSource(rule: RedirectLine, { file, rules, paths, aliases }: RedirectContext): Diagnostic[] {
  if (!isExact(rule.from)) return [];
  const key = toKey(rule.from);
  const earlier = rules.find((other) => toKey(other.from) === key);
  const alias = aliases.get(key);
  if (alias !== undefined)
    return [
      report(file, rule, {
        rule: 'redirect/alias',
        what: `\`${rule.from}\` is an alias of \`${slugOf(alias)}\`, too (\`${alias.alias}\`)`,
        why: 'One address can lead to one page only.',
        fix: 'Remove this line, or the alias from the front matter.',
      }),
    ];
  if (hasPage(rule.from, paths))
    return [
      {
        ...report(file, rule, {
          rule: 'redirect/page',
          what: `The site has a page or file at \`${rule.from}\``,
          why: 'Some hosts answer with the page and others redirect.',
          fix: 'Remove the rule, or what has the address.',
        }),
        severity: 'warning',
      },
    ];
  if (earlier === undefined || earlier === rule) return [];
  return [
    report(file, rule, {
      rule: 'redirect/repeated',
      what: `Line ${earlier.line} has a rule from the same address`,
      why: 'Hosts use the first one, so this rule has no effect.',
      fix: 'Remove one of the two.',
    }),
  ];
}

/** Reports a destination that is itself redirected, or that does not exist. Those with placeholders and on other hosts can be anything. */
function checkDestination(rule: RedirectLine, context: RedirectContext): Diagnostic[] {
  const { file, paths } = context;
  if (!rule.to.startsWith('/') || !isExact(rule.to)) return [];
  const end = findEnd(rule, context);
  if (end === undefined)
    return [
      report(file, rule.toPlace, {
        rule: 'redirect/loop',
        what: `\`${rule.from}\` leads back to itself by way of \`${rule.to}\``,
        why: 'Browsers give up with an error.',
        fix: 'Write the page that readers should get, or remove the rule.',
      }),
    ];
  if (end !== rule.to)
    return [
      {
        ...report(file, rule.toPlace, {
          rule: 'redirect/chain',
          what: `\`${rule.to}\` is redirected itself, to \`${end}\``,
          why: 'Each step takes readers time, and search engines follow only a few.',
          fix: `Write \`${end}\` here.`,
        }),
        severity: 'warning',
      },
    ];
  if (hasPage(rule.to, paths)) return [];
  const nearest = findNearest(toPath(rule.to), [...paths]);
  return [
    report(file, rule.toPlace, {
      rule: 'redirect/broken',
      what: `There is no page or file at \`${rule.to}\`${nearest === undefined ? '' : `: did you mean \`/${nearest}\`?`}`,
      why: 'Readers would get a “page not found” error.',
      fix: 'Correct the path. It starts at the root of the site, leaves out the `base`, and ends with `/` if it leads to a page.',
    }),
  ];
}

/** Returns the address at the end of the redirects that begin with a rule, or `undefined` if they have none. */
function findEnd(rule: RedirectLine, { rules, paths, aliases }: RedirectContext): string | undefined {
  const seen = new Set([toKey(rule.from)]);
  let end = rule.to;
  while (!hasPage(end, paths) || seen.has(toKey(end))) {
    const key = toKey(end);
    if (seen.has(key)) return undefined;
    seen.add(key);
    const alias = aliases.get(key);
    const next =
      alias === undefined ? rules.find((other) => toKey(other.from) === key)?.to : addressOf(alias);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

function addressOf({ target, locale }: Redirect): string {
  return target.type === 'markdown'
    ? markdownHref(target.slug, locale, { origin: '', base: '/' })
    : pageToHref(target, locale, { origin: '', base: '/' });
}

function slugOf({ target }: Redirect): string {
  return 'slug' in target ? target.slug : target.type;
}

function hasPage(address: string, paths: ReadonlySet<string>): boolean {
  const path = toPath(address);
  return (
    paths.has(path) || paths.has(path.replace(/\/?$/, '/')) || paths.has(path.replace(/index\.html$/, ''))
  );
}

/** Returns the key by which addresses are compared: with and without a slash at the end, they are the same to most hosts. */
function toKey(address: string): string {
  return foldName(
    toPath(address)
      .replace(/(^|\/)index\.html$/, '$1')
      .replace(/\/$/, ''),
  );
}

/** Returns the decoded path of an address, without the leading slash, query and fragment. */
function toPath(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/^\//, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Returns whether an address has neither placeholders nor a splat. */
function isExact(address: string): boolean {
  return !/\*|\/:[a-z]/i.test(address.replace(/^https?:\/\//i, ''));
}
