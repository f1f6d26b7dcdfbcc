import { describe, expect, test } from 'vitest';
import { findRelease } from './find-release.ts';

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
