import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { measureCommand, parseTimes } from './measure-command.ts';

test('the CPU time of the children is read from the second line of `times`', () => {
  expect(parseTimes('0m0.00s 0m0.00s\n1m2.50s 0m1.25s\n')).toBe(63_750);
  expect(parseTimes('0m0.010000s 0m0.000000s\n0m0.230000s 0m0.004000s\n')).toBeCloseTo(234);
});

test('other output is an error', () => {
  expect(() => parseTimes('')).toThrow('Unexpected output of `times`: ""');
});

test('the CPU time includes that of the processes that a command starts', async () => {
  const work = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);';
  const start = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
  const { cpuMs } = await measureCommand(tmpdir(), ['-e', start]);
  expect(cpuMs).toBeGreaterThanOrEqual(300);
});

test('a command that fails is an error with its output', async () => {
  const failing = measureCommand(tmpdir(), ['-e', 'console.log("The reason"); process.exit(3)']);
  await expect(failing).rejects.toThrow('The reason');
});
