import { baseToPath } from './target.ts';

/**
 * Prefixes the paths of a `_headers` file with the base: rules are written relative to the site, and hosts match them
 * against the whole path.
 *
 * @example
 * addBaseToHeaders('/*\n  X-Frame-Options: DENY', '/kb/') // '/kb/*\n  X-Frame-Options: DENY'
 */
export function addBaseToHeaders(text: string, base: string): string {
  return text.replace(/^([^\S\n]*)\//gm, (_, indent: string) => indent + baseToPath(base));
}

/**
 * Prefixes the paths of a `_redirects` file with the base. Destinations on another host, `https://…`, stay unchanged.
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
  return rule.replace(/(?<!\S)\//g, () => baseToPath(base));
}
