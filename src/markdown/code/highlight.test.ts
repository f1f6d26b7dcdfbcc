import { toHtml } from 'hast-util-to-html';
import { describe, expect, test, vi } from 'vitest';
import { highlight, maxHighlightedLength } from './highlight.ts';

async function toLines(code: string, language = 'js'): Promise<string[]> {
  return (await highlight(code, language)).map((line) => toHtml(line));
}

describe('Highlighted code', () => {
  test('does not depend on the speed of the machine', async () => {
    const code = `${'let a = "b"; '.repeat(20)}\nlet c;`;
    const highlighted = await toLines(code);
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
    const onSlowMachine = await toLines(code).finally(() => {
      clock.mockRestore();
    });
    expect(onSlowMachine).toEqual(highlighted);
    expect(highlighted[0]).toContain('keyword');
  });

  test('has no tokens in a very long line, but in the lines after it', async () => {
    const long = `let a = "${'b'.repeat(maxHighlightedLength)}";`;
    const [, plain, after] = await toLines(`let a;\n${long}\nlet c;`);
    expect(plain).toBe(`<span class="line">${long}</span>`);
    expect(after).toContain('keyword');
  });

  test('has tokens in a line just below that length', async () => {
    const code = `let a; //${'b'.repeat(maxHighlightedLength)}`.slice(0, maxHighlightedLength - 1);
    expect((await toLines(code))[0]).toContain('keyword');
  });

  test.each([
    ['js', 'const a = "b";\n\n  // c\nlet d'],
    ['sh', 'cat <<A\n$b\nA'],
    ['astro', '---\nconst a = 1;\n---\n<p class="b">{a}</p>\n'],
    ['js', 'a\rb\u2028c'],
    ['ts', '\ttype 가 = `${나}`;'],
  ])('in %s is the same from memory', async (language, code) => {
    const kept = new Map<string, string>();
    const memory = {
      get: (...key: string[]) => kept.get(key.join()),
      set: (name: string, text: string, runs: string) => kept.set([name, text].join(), runs),
    };
    const lines = async () => (await highlight(code, language, memory)).map((line) => toHtml(line));
    const fresh = await toLines(code, language);
    expect([await lines(), await lines()]).toEqual([fresh, fresh]);
  });

  test('has the tokens of its own language, whatever was highlighted before', async () => {
    await highlight('let a;', 'js');
    expect(await toLines('let a;', 'sql')).not.toEqual(await toLines('let a;', 'js'));
  });

  test('in a here-document ends at its own word, when the patterns of another are in the cache', async () => {
    const code = (word: string): string =>
      `cat <<${word}\n${word === 'A' ? 'B' : 'A'}\n${word}\nif true; then :; fi`;
    await highlight(code('A'), 'sh');
    const lines = await toLines(code('B'), 'sh');
    expect(lines[1]).toContain('string');
    expect(lines[3]).toContain('keyword');
  });
});
