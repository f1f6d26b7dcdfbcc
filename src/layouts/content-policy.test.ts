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

  test('allows a counter’s script to run and to report, and nothing else of its origin', () => {
    const policy = directives(
      contentPolicy({ hasSearch: false, embeds: { counter: 'https://count.example' } }),
    );
    const allowing = [...policy].filter(([, sources]) => sources.includes('https://count.example'));
    expect(allowing.map(([name]) => name)).toEqual(['connect-src', 'img-src', 'script-src']);
  });

  test('allows comments in a frame only', () => {
    const embeds = { comments: 'https://comments.example' };
    const policy = directives(contentPolicy({ hasSearch: false, embeds }));
    expect(policy.get('frame-src')).toEqual(['https://comments.example']);
    policy.delete('frame-src');
    expect(policy).toEqual(directives(contentPolicy({ hasSearch: false })));
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
