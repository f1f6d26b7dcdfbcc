import { describe, expect, test } from 'vitest';
import { contentPolicy } from './content-policy.ts';

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('The content security policy', () => {
  test('allows resources of this site only', () => {
    expect(Object.fromEntries(directives(contentPolicy({ hasSearch: true })))).toEqual({
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'form-action': ["'self'"],
      'img-src': ["'self'"],
      'media-src': ["'self'"],
      'require-trusted-types-for': ["'script'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'"],
      'trusted-types': ["'none'"],
    });
  });

  test('allows WebAssembly only on pages that can search', () => {
    expect(directives(contentPolicy({ hasSearch: false })).get('script-src')).toEqual(["'self'"]);
  });

  test('allows inline scripts by hash only', () => {
    const scripts = directives(
      contentPolicy({ hasSearch: false, inlineHashes: ['sha256-abc=', 'sha256-def='] }),
    ).get('script-src');
    expect(scripts).toEqual(["'self'", "'sha256-abc='", "'sha256-def='"]);
  });

  test('never allows inline code, eval or data URLs', () => {
    const policy = contentPolicy({ hasSearch: false, inlineHashes: ['sha256-abc='] });
    expect(policy).not.toMatch(/unsafe|data:|blob:|\*|https?:/);
  });

  test('needs no escaping in a double-quoted attribute', () => {
    expect(contentPolicy({ hasSearch: true, inlineHashes: ['sha256-abc='] })).not.toMatch(/["&<>\n]/);
  });
});
