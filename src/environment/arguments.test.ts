import { describe, expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';

const parse = (args: string[], allowPositionals = false) =>
  parseArguments({
    args,
    allowPositionals,
    options: {
      from: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      force: { type: 'boolean', default: false },
    },
  });

const messageOf = (args: string[]): string => {
  try {
    parse(args);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
};

describe('Arguments', () => {
  test('have the values, the defaults and the other arguments', () => {
    const args = ['--from', 'a', 'b', '--only=c', '--only', '-', '--', '--force'];
    const { values, positionals } = parse(args, true);
    expect({ ...values }).toEqual({ from: 'a', only: ['c', '-'], force: false });
    expect(positionals).toEqual(['b', '--force']);
  });

  test.each([
    [['--form', 'a'], 'Unknown option `--form`: did you mean `--from`?'],
    [['--hepl'], 'Unknown option `--hepl`: did you mean `--help`?'],
    [['--nothing-like-it'], 'Unknown option `--nothing-like-it`'],
    [['-x'], 'Unknown option `-x`'],
    [['--constructor'], 'Unknown option `--constructor`'],
    [['--from'], '`--from` needs a value'],
    [['--from', '--force'], '`--from` needs a value'],
    [['--force=yes'], '`--force` takes no value, but `yes` was given'],
    [['stray'], 'Unexpected argument `stray`'],
  ])('with the mistake %j are rejected: %s', (args, message) => {
    expect(messageOf(args)).toBe(`UsageError: ${message}`);
  });

  test('with several mistakes are rejected with all of them, each once', () => {
    expect(messageOf(['--a', '--b', '--a'])).toBe('UsageError: Unknown option `--a`\nUnknown option `--b`');
  });

  test('may have a value that begins with a hyphen after an equals sign', () => {
    expect(parse(['--from=-a']).values.from).toBe('-a');
  });
});
