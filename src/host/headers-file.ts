import { baseToPath } from './target.ts';

/**
 * The text of a `_headers` file for a site under a base: its rules are written from the root of the site, hosts read them
 * from the root of the domain.
 *
 * @example
 * addBaseToHeaders('/*\n  X-Frame-Options: DENY', '/kb/') // '/kb/*\n  X-Frame-Options: DENY'
 */
export function addBaseToHeaders(text: string, base: string): string {
  return text.replace(/^([^\S\n]*)\//gm, (_, indent: string) => indent + baseToPath(base));
}

/**
 * The text of a `_redirects` file for a site under a base. Addresses on another host, `https://…` and `//…`, stay.
 *
 * @example
 * addBaseToRedirects('/old /new 301', '/kb/') // '/kb/old /kb/new 301'
 */
export function addBaseToRedirects(text: string, base: string): string {
  return text
    .split('\n')
    .map((line) => {
      const comment = /(?:^|\s)#/.exec(line)?.index ?? line.length;
      return addBaseToRule(line.slice(0, comment), base) + line.slice(comment);
    })
    .join('\n');
}

function addBaseToRule(rule: string, base: string): string {
  return rule.replace(/(?<!\S)\/(?!\/)/g, () => baseToPath(base));
}
