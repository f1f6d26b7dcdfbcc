import { describe, expect, test } from 'vitest';
import { help, parseOptions } from './options.ts';

describe('The arguments of npm run captures', () => {
  test('default to a report on the captures of the article', () => {
    expect(parseOptions([])).toEqual({ files: [], wav: undefined, write: false, help: false });
  });

  test('may name files and a folder for the recordings', () => {
    expect(parseOptions(['a.pcap', 'b.pcapng', '--wav', 'out'])).toMatchObject({
      files: ['a.pcap', 'b.pcapng'],
      wav: 'out',
    });
  });

  test.each([
    [['--write', 'a.pcap'], '--write always reads the captures beside the article'],
    [['--write', '--wav', 'out'], '--write always reads the captures beside the article'],
    [['--unknown'], '--unknown'],
  ])('are rejected if they are %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  test('are all explained by --help', () => {
    for (const option of ['--wav', '--write', '--help']) expect(help).toContain(`\n  ${option} `);
  });
});
