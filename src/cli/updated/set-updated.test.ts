import { expect, test } from 'vitest';
import { setUpdated } from './set-updated.ts';

test.each([
  [
    '---\ntitle: T\ndate: 2026-01-01\ntopics: []\n---\n\nA\n',
    '---\ntitle: T\ndate: 2026-01-01\nupdated: 2026-11-30\ntopics: []\n---\n\nA\n',
  ],
  [
    '---\nupdated: 2026-01-02 # why\ndate: 2026-01-01\n---\n',
    '---\nupdated: 2026-11-30 # why\ndate: 2026-01-01\n---\n',
  ],
  ['---\r\ntitle: T\r\n---\r\nA', '---\r\ntitle: T\r\nupdated: 2026-11-30\r\n---\r\nA'],
])('the day is written on a line of its own, and nothing else changes', (before, after) => {
  expect(setUpdated(before, '2026-11-30')).toBe(after);
});
