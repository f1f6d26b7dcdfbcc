import { describe, expect, test } from 'vitest';
import { contentPolicy } from './policy.ts';

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('The policy of a page', () => {
  test('lets in what this site serves, and nothing else', () => {
    expect(Object.fromEntries(directives(contentPolicy()))).toEqual({
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'form-action': ["'self'"],
      'img-src': ["'self'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'"],
    });
  });

  test('lets in inline scripts by their hash alone', () => {
    const scripts = directives(contentPolicy(['sha256-abc=', 'sha256-def='])).get('script-src');
    expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'", "'sha256-abc='", "'sha256-def='"]);
  });

  test('never lets in inline code, eval or data', () => {
    const policy = contentPolicy(['sha256-abc=']).replace("'wasm-unsafe-eval'", '');
    expect(policy).not.toMatch(/unsafe|data:|blob:|\*|https?:/);
  });

  test('fits into an attribute in double quotes', () => {
    expect(contentPolicy(['sha256-abc='])).not.toMatch(/["&<>\n]/);
  });
});
