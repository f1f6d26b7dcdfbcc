import { toHtml } from 'hast-util-to-html';
import { describe, expect, test, vi } from 'vitest';
import { highlight, uncolouredLength } from './highlight.ts';

async function toLines(code: string, language = 'js'): Promise<string[]> {
  return (await highlight(code, language)).map((line) => toHtml(line));
}

describe('The colours of code', () => {
  test('do not depend on how fast the machine is', async () => {
    const code = `${'let a = "b"; '.repeat(20)}\nlet c;`;
    const coloured = await toLines(code);
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
    const onSlowMachine = await toLines(code).finally(() => {
      clock.mockRestore();
    });
    expect(onSlowMachine).toEqual(coloured);
    expect(coloured[0]).toContain('keyword');
  });

  test('are left off a line that no one can read, and go on after it', async () => {
    const long = `let a = "${'b'.repeat(uncolouredLength)}";`;
    const [, uncoloured, after] = await toLines(`let a;\n${long}\nlet c;`);
    expect(uncoloured).toBe(`<span class="line">${long}</span>`);
    expect(after).toContain('keyword');
  });

  test('are there up to that length', async () => {
    const code = `let a; //${'b'.repeat(uncolouredLength)}`.slice(0, uncolouredLength - 1);
    expect((await toLines(code))[0]).toContain('keyword');
  });
});
