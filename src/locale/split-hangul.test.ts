import { expect, test } from 'vitest';
import { splitHangul } from './split-hangul.ts';

test.each([
  ['no Hangul', ['no Hangul']],
  ['나란히', ['[나란히]']],
  ['Say 나란히 now', ['Say ', '[나란히]', ' now']],
  ['한국어 위키 2.0, 나란히!', ['[한국어 위키 2.0, 나란히]', '!']],
  ['어린이집 (유치원) and 학교', ['[어린이집]', ' (', '[유치원]', ') and ', '[학교]']],
  ['나'.normalize('NFD'), [`[${'나'.normalize('NFD')}]`]],
  ['', []],
])('%j is split into Hangul, in brackets here, and other text', (text, parts) => {
  const split = splitHangul(text);
  expect(split.map((part) => (part.isHangul ? `[${part.text}]` : part.text))).toEqual(parts);
});
