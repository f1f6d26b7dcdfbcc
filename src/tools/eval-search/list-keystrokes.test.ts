import { expect, test } from 'vitest';
import { listKeystrokes } from './list-keystrokes.ts';

function shown(text: string): string[] {
  return listKeystrokes(text).map(({ committed, composing }) => `${committed}|${composing}`);
}

test('받침은 다음 모음이 오면 다음 음절로 넘어간다', () => {
  expect(shown('나라')).toEqual(['|ㄴ', '|나', '|날', '나|라']);
});

test('겹받침과 겹모음은 글쇠 두 번으로 친다', () => {
  expect(shown('값')).toEqual(['|ㄱ', '|가', '|갑', '|값']);
  expect(shown('과')).toEqual(['|ㄱ', '|고', '|과']);
});

test('된소리는 글쇠 하나다', () => {
  expect(shown('빵')).toEqual(['|ㅃ', '|빠', '|빵']);
});

test('로마자와 빈칸은 앞의 음절을 마무리한다', () => {
  expect(shown('RTP 패')).toEqual(['R|', 'RT|', 'RTP|', 'RTP |', 'RTP |ㅍ', 'RTP |패']);
  expect(shown('가 a')).toEqual(['|ㄱ', '|가', '가 |', '가 a|']);
});

test('초성만 치면 글자마다 따로 남는다', () => {
  expect(shown('ㄷㅁ')).toEqual(['|ㄷ', 'ㄷ|ㅁ']);
});

test('풀어쓴 글(NFD)도 모아쓴 글(NFC)과 똑같이 친다', () => {
  expect(shown('나라'.normalize('NFD'))).toEqual(shown('나라'));
});
