import { describe, expect, test } from 'vitest';
import { parseStat, parseUptime } from './kernel.ts';
import { findRelease } from './procps.ts';
import { parseFrames } from './watch-top.ts';

describe('A line of /proc/PID/stat', () => {
  const fields =
    'T 1 42 42 0 -1 4194304 117 0 0 0 519 21 7 8 20 0 3 0 360040 2654208 420 18446744073709551615';

  test.each(['sh', 'a b', 'x) R 9 (y', ')'])('is split after the process name “%s”', (name) => {
    expect(parseStat(`42 (${name}) ${fields}\n`)).toEqual({
      used: 540,
      start: 360_040,
      threads: 3,
      state: 'T',
    });
  });
});

test('Time since boot is parsed into ticks', () => {
  expect([parseUptime('12983.94 11102.31\n'), parseUptime('0.07 0.10\n')]).toEqual([1_298_394, 7]);
});

describe('The output of top', () => {
  const frame = (time: string): string =>
    `top - 17:05:10 up  3:36,  0 user,  load average: 1.97, 1.50, 1.06
Tasks:   2 total,   1 running,   1 sleeping,   0 stopped,   0 zombie
%Cpu(s):100.0 us,  0.0 sy,  0.0 ni,  0.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st

  PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   42 root      20   0    2592   1680   1576 R 106.7   0.0   ${time} x) R (y
    7 root      20   0    2592   1680   1576 S   0.0   0.0   0:00.00 sleep`;
  const rows = [
    { pid: 42, cpu: '106.7', used: 6101 },
    { pid: 7, cpu: '0.0', used: 0 },
  ];

  test('is parsed into frames, each with its rows', () => {
    const output = `${frame('1:01.01')}\n\n\n${frame('1:01.60')}\n`;
    expect(parseFrames(output, [7, 42])).toEqual([rows, [{ ...rows[0], used: 6160 }, rows[1]]]);
  });

  test('gives no frame while a row is missing or incomplete', () => {
    const output = frame('1:01.01');
    for (let end = 0; end < output.length; end += 1) {
      const isWhole = end >= output.length - ' sleep'.length;
      expect(parseFrames(output.slice(0, end), [42, 7])).toHaveLength(isWhole ? 1 : 0);
    }
  });

  test('gives no frame if a process is not in it', () => {
    expect(parseFrames(frame('1:01.01'), [42, 8])).toEqual([]);
  });
});

describe('findRelease', () => {
  test.each([
    ['3.3.0', '3.3.0'],
    ['ps from procps-ng 3.3.17', '3.3.6'],
    ['4.0.0', '4.0.0'],
    ['ps from procps-ng 4.0.2', '4.0.1'],
    ['top from procps-ng 4.0.4\n', '4.0.4'],
    ['  procps-ng 3.3.16\nUsage:\n  top -hv | -bcEeHiOSs1', '3.3.6'],
    ['4.0.5', '4.0.5'],
    ['ps from procps-ng 4.0.6', '4.0.6'],
    ['4.1.0', '4.0.6'],
  ])('finds for %j the rules since %s', (text, from) => {
    expect(findRelease(text)?.from).toBe(from);
  });

  test.each([
    'procps version 3.2.8',
    '3.2.8',
    '3.4.0',
    'BusyBox v1.36.1 (Debian 1:1.36.1-9) multi-call binary.',
    'ps (uutils procps) 0.0.1',
    'ps: unrecognized option: version',
    '',
  ])('returns undefined for %j', (text) => {
    expect(findRelease(text)).toBeUndefined();
  });
});
