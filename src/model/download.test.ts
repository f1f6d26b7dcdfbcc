import { describe, expect, test } from 'vitest';
import { findDownloadProblem, formatSize } from './download.ts';

describe('A file can be offered for download', () => {
  test.each([
    'call-ok.pcap',
    'CALL.PCAP',
    '표.csv',
    'data/표.csv',
    'a.tar.gz',
    'log.2026-11-22.txt',
    '기록.최종.pdf',
  ])('called %s', (path) => {
    expect(findDownloadProblem(path)).toBeUndefined();
  });
});

describe('A file can’t be offered for download', () => {
  test.each([
    ['a.html', '`.html`'],
    ['a.HTM', '`.HTM`'],
    ['a.xhtml', '`.xhtml`'],
    ['a.svg', '`.svg`'],
    ['a.xml', '`.xml`'],
    ['a.js', '`.js`'],
    ['a.mjs', '`.mjs`'],
    ['a.css', '`.css`'],
    ['notes.md', '`.md`'],
    ['a.html.gz', '`.html`'],
    ['a.svg.gz', '`.svg`'],
    ['a.php.txt', '`.php`'],
    ['a.pcap.', '`.`'],
    ['a.가', '`.가`'],
    ['LICENSE', 'no extension'],
    ['_notes.txt', 'are not published'],
    ['_raw/notes.txt', 'are not published'],
    ['.hidden.txt', 'are not published'],
    ['.git/a.txt', 'are not published'],
    ['what?.txt', 'special meaning'],
    ['100%.txt', 'special meaning'],
    ['raw\\notes.txt', 'special meaning'],
  ])('called %s', (path, fault) => {
    expect(findDownloadProblem(path)).toContain(fault);
  });
});

describe('The size of a file is formatted', () => {
  test.each([
    [0, '0 kB', '0kB'],
    [12, '0.1 kB', '0.1kB'],
    [812, '0.8 kB', '0.8kB'],
    [9_949, '9.9 kB', '9.9kB'],
    [14_127, '14 kB', '14kB'],
    [999_499, '999 kB', '999kB'],
    [999_500, '1 MB', '1MB'],
    [2_450_000, '2.5 MB', '2.5MB'],
    [3_200_000_000, '3.2 GB', '3.2GB'],
  ])('of %i bytes', (bytes, en, ko) => {
    expect(formatSize(bytes, 'en')).toBe(en.replace(' ', '\u00a0'));
    expect(formatSize(bytes, 'ko')).toBe(ko);
  });
});
