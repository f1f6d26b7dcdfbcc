import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from './headers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/publishing.md'), 'utf8');
const rules = await readHeaderRules(path.join(root, 'public'));

/** An address for each rule of `public/_headers`, and addresses that several rules match. */
const addresses = [
  ...new Set(rules.map((rule) => rule.for.replaceAll('*', 'en'))),
  '/',
  '/en/articles/a.md',
  '/_astro/a.svg',
  '/downloads/articles/a/call.pcap',
  '/search/pagefind/pagefind.js',
  '/search/text/ko_d218d7d.narani',
];

/** Returns the headers that a host sends with an address. */
type Host = (address: string) => Map<string, string>;

describe.each<[string, (code: string) => Host]>([
  ['nginx', readNginx],
  ['apache', readApache],
  ['caddy', readCaddy],
])('docs/publishing.md for %s', (name, read) => {
  const code = new RegExp(`^\`\`\`${name}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1] ?? '';

  test.each(addresses)('sets the headers of public/_headers for %s', (address) => {
    const documented = Object.fromEntries(read(code)(address));
    const { 'content-type': type, ...expected } = headersFor(rules, address);
    const isKnown = type !== undefined && type !== 'application/octet-stream';
    if (!isKnown) delete documented['content-type'];
    expect(documented).toEqual(isKnown ? { ...expected, 'content-type': type } : expected);
  });
});

/** Matches a quoted or plain value. */
const value = '(?:"([^"]*)"|([^\\s";]+))';

/** Applies each setting whose pattern matches the address, in order. */
function apply(settings: readonly { pattern?: string | undefined; name: string; text: string }[]): Host {
  return (address) =>
    new Map(
      settings
        .filter(({ pattern }) => pattern === undefined || new RegExp(pattern).test(address))
        .map(({ name, text }) => [name.toLowerCase(), text]),
    );
}

function readNginx(code: string): Host {
  const maps = new Map(
    [...code.matchAll(/^map \$uri (\$\w+) \{\n(.*?)^\}/gms)].map(([, name = '', lines = '']) => [
      name,
      [...lines.matchAll(new RegExp(`^ *(?:default|~(\\S+)) +${value};`, 'gm'))].map(
        ([, pattern, quoted, plain]) => ({ pattern, text: quoted ?? plain ?? '' }),
      ),
    ]),
  );
  // Of the patterns of a map, the first that matches counts; the default, if none does.
  const lookUp = (name: string, address: string): string | undefined => {
    const entries = maps.get(name) ?? [];
    const found = entries.find(({ pattern }) => pattern !== undefined && new RegExp(pattern).test(address));
    return (found ?? entries.find(({ pattern }) => pattern === undefined))?.text;
  };
  const added = [...code.matchAll(new RegExp(`^ *add_header (\\S+) ${value}(?: always)?;`, 'gm'))];
  const types = [...code.matchAll(new RegExp(`^ *location ~ (\\S+) +\\{ default_type ${value};`, 'gm'))];
  return (address) => {
    const headers = added.flatMap(([, name = '', quoted, plain = '']): [string, string][] => {
      const text = plain.startsWith('$') ? lookUp(plain, address) : (quoted ?? plain);
      return text === undefined ? [] : [[name.toLowerCase(), text]];
    });
    const type = types.find(([, pattern = '']) => new RegExp(pattern).test(address));
    return new Map([...headers, ...(type ? [['content-type', type[2] ?? type[3] ?? ''] as const] : [])]);
  };
}

function readApache(code: string): Host {
  const headers = [
    ...code.matchAll(/^Header (?:always )?set (\S+) "([^"]*)"(?: "expr=%\{REQUEST_URI\} =~ m#(.*)#")?$/gm),
  ];
  const types = [...code.matchAll(new RegExp(`^AddType ${value} (\\..*)$`, 'gm'))];
  return apply([
    ...headers.map(([, name = '', text = '', pattern]) => ({ pattern, name, text })),
    ...types.map(([, quoted, plain, extensions = '']) => ({
      pattern: `(?:${extensions.replaceAll('.', '\\.').replaceAll(' ', '|')})$`,
      name: 'Content-Type',
      text: quoted ?? plain ?? '',
    })),
  ]);
}

function readCaddy(code: string): Host {
  const matchers = new Map(
    [...code.matchAll(/^\t*@(\w+) path_regexp (.*)$/gm)].map(([, name, pattern]) => [name, pattern]),
  );
  const headers =
    code.split('handle_errors', 1)[0]?.matchAll(/^\t*header (?:@(\w+) )?(\S+) "([^"]*)"$/gm) ?? [];
  return apply(
    [...headers].map(([, matcher, name = '', text = '']) => ({
      pattern: matcher === undefined ? undefined : matchers.get(matcher),
      name,
      text,
    })),
  );
}
