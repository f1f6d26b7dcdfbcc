import { describe, expect, test } from 'vitest';
import { isJosa, suffixScore } from './suffix.ts';

describe('체언 뒤에서 조사를 알아본다', () => {
  test.each([
    ['격조사', '이 가 을 를 의 에 에서 에게 한테 께서 로 으로 로서 으로써 과 와 보다 처럼 이랑 하고'],
    ['보조사', '은 는 도 만 까지 부터 마다 조차 마저 밖에 대로 뿐 나 이나 이나마 야말로'],
    [
      '겹친 조사',
      '에는 에서는 에서도 으로는 로의 에게서만 과의 와는 까지만 부터는 만을 뿐만 에서부터 한테까지',
    ],
    ['복수 뒤의 조사', '들 들이 들을 들에게 들의 들과'],
    [
      '서술격 조사',
      '이다 다 입니다 이었다 였다 이고 이며 이지만 라는 이라는 인 일 임 인데 이라면 라서 이므로 인가 예요',
    ],
    ['줄어든 꼴', '에선 에겐 한텐 으론 까진 부턴 보단'],
  ])('%s', (_kind, all) => {
    for (const josa of all.split(' ')) expect(isJosa(josa), josa).toBe(true);
  });

  test.each([
    '',
    '자',
    '기',
    '지',
    '네',
    '서',
    '어',
    '성',
    '화',
    '적',
    '률',
    '서버',
    '하드웨어',
    '가나',
    '을를',
    '에가방',
    'x',
    '들들',
  ])('“%s”은(는) 조사가 아니다: 사용자, 분석기, 목적지, 보고서, 검색어 …', (tail) => {
    expect(isJosa(tail)).toBe(false);
  });
});

describe('어간 뒤에 온 말의 점수는', () => {
  test('아무것도 없으면 가장 높고, 조사, 하다와 되다, 어미, 다른 말의 끝이기도 한 것 차례로 낮다', () => {
    const order = ['', '에서', '했다', '습니다', '자', '서버'].map(suffixScore);
    expect(order).toEqual([...order].sort((one, other) => other - one));
    expect(new Set(order).size).toBe(order.length);
    expect(order.at(-1)).toBe(0);
  });

  test.each([
    [
      '하다',
      '하는 한다 했다 했습니다 합니다 해서 해야 하기 하려면 할수록 함을 하였다 하지만 해주세요 해보기 하세요 할까',
    ],
    ['되다', '되는 된 된다 됐다 되었습니다 돼서 될 됨'],
    ['시키다', '시키는 시켜 시켰다 시킨다 시킵니다'],
    ['다 치지 않은 것', '하 되 시키'],
  ])('%s: 체언을 동사로 만든다', (_verb, all) => {
    for (const tail of all.split(' ')) expect(suffixScore(tail), tail).toBe(0.9);
  });

  test.each([
    '하드웨어',
    '함수',
    '해시',
    '해석',
    '한계',
    '할당',
    '합계',
    '해결',
    '되감기',
    '시스템',
    '시간',
    '한글',
  ])('“하다”처럼 시작할 뿐인 “%s”은(는) 꼬리가 아니라 다른 말이다', (tail) => {
    expect(suffixScore(tail)).toBe(0);
  });

  test.each(['자', '어', '지', '러', '게'])('“%s”처럼 체언도 끝맺는 어미만으로는 확신하지 않는다', (tail) => {
    expect(suffixScore(tail)).toBeGreaterThan(0);
    expect(suffixScore(tail)).toBeLessThan(0.6);
  });
});
