import { expect, test } from 'vitest';
import { listKeystrokes } from './list-keystrokes.ts';

function shown(text: string): string[] {
  return listKeystrokes(text).map(({ committed, composing }) => `${committed}|${composing}`);
}

test('받침은 다음 모음이 오면 다음 음절로 넘어간다', () => {
  expect(shown('나라')).toEqual(['|ㄴ', '|나', '|날', '나|라']);
});

test('겹받침과 겹모음은 키를 두 번 눌러 입력한다', () => {
  expect(shown('값')).toEqual(['|ㄱ', '|가', '|갑', '|값']);
  expect(shown('과')).toEqual(['|ㄱ', '|고', '|과']);
});

test('된소리는 키 하나로 입력한다', () => {
  expect(shown('빵')).toEqual(['|ㅃ', '|빠', '|빵']);
});

test('로마자와 공백은 앞의 음절을 완성한다', () => {
  expect(shown('RTP 패')).toEqual(['R|', 'RT|', 'RTP|', 'RTP |', 'RTP |ㅍ', 'RTP |패']);
  expect(shown('가 a')).toEqual(['|ㄱ', '|가', '가 |', '가 a|']);
});

test('초성만 치면 글자마다 따로 남는다', () => {
  expect(shown('ㄷㅁ')).toEqual(['|ㄷ', 'ㄷ|ㅁ']);
});

test('NFD로 적힌 글도 NFC와 똑같이 입력한다', () => {
  expect(shown('나라'.normalize('NFD'))).toEqual(shown('나라'));
});
