import type { ChildcareDayWords } from '../words.ts';

const words: ChildcareDayWords = {
  title: '나란히 놓은 두 하루',
  label: '덴마크 부게스투에와 한국 어린이집의 하루를 시각별로 나란히 놓은 그림',
  denmark: '덴마크',
  korea: '한국',
  duration: (minutes) =>
    [minutes >= 60 && `${Math.floor(minutes / 60)}시간`, minutes % 60 > 0 && `${minutes % 60}분`]
      .filter(Boolean)
      .join(' '),
  danish: {
    before: { value: '열기 전', detail: '보통 6:30에 연다' },
    staffed: { value: '문을 연 시간', detail: '시간대마다 사람이 다르다' },
    activities: { value: '노래와 산책', detail: '시간대마다 사람이 다르다' },
    few: { value: '교사 한두 명', detail: '남은 아이를 모두 본다' },
  },
  closing: (earliest, latest) => ({
    value: '문 닫는 시각',
    detail: earliest === latest ? '늦지 않았다' : `${earliest} 또는 ${latest}`,
  }),
  late: (least, most) => ({
    value: `${least} 늦음`,
    detail: least === most ? '짜증이 난 교사' : `또는 ${most}`,
  }),
  korean: {
    before: { value: '열기 전', detail: '7:30에 연다' },
    basic: { value: '기본 보육', detail: '16:00까지' },
    extended: { value: '연장 보육', detail: '19:30까지' },
    night: { value: '야간 연장', detail: '24:00까지' },
  },
  column: {
    open: (from, to) => `${from}~${to} 운영`,
    groups: '네 반에 저마다',
    notAtOnce: '한꺼번에는 아니다',
    activities: '노래, 산책',
    few: '교사 한두 명',
    finish: '부모가 일을 마친다',
    early: '6시부터 769곳',
    later: ['더 늦게: 322곳,', '18시 뒤 39곳(2017)'],
    ratio: '법: 어른 한 명당 아이',
    ages: ([zero, one, two]) => `0세 ${zero}, 1세 ${one}, 2세 ${two}`,
  },
  legend: { told: '부모의 말', known: '법과 통계', weak: '약한 출처' },
  strip: {
    title: '덴마크 0~2세: 어른 한 명당 아이',
    law: '법에서',
    floor: (hours) => `현장에서, 주 ${hours}시간`,
  },
  describe: {
    pickup: {
      weekday: (time) => `월요일~목요일 ${time}에 데리러 간다.`,
      friday: (time) => `금요일 ${time}에 데리러 간다.`,
    },
    danish: {
      before: '덴마크 부게스투에는 아직 열지 않았고,',
      staffed: '덴마크 부게스투에에는 시간대에 따라 다른 사람이 있고,',
      activities: '덴마크 부게스투에는 노래와 산책을 할 시간이고,',
      few: '덴마크 부게스투에에서는 교사 한두 명이 남은 아이를 모두 보고,',
    },
    closing: (earliest, latest) =>
      `덴마크 부게스투에는 ${earliest === latest ? latest : `${earliest}이나 ${latest}`}에 닫고,`,
    late: (least, most) =>
      `덴마크 부게스투에에는 ${least === most ? least : `${least}~${most}`} 늦어 짜증이 난 교사를 만나고,`,
    korean: {
      before: '한국 어린이집은 7:30에 연다.',
      basic: '한국에서는 16:00까지 기본 보육이다.',
      extended: '한국에서는 19:30까지 연장 보육이 있다.',
      night: '한국에서는 24:00까지 야간 연장이 있다.',
    },
    ratio: (hours, children) =>
      `주 37시간 일하는 직원이 주 ${hours}시간 문을 열면 법의 3명은 현장에서 ${children}명이 된다.`,
  },
  table: { time: '시각', denmark: '덴마크', korea: '한국', closed: '닫힘' },
  notes: [
    '사람 표시: 반마다 담임 한 명과 부담임 한 명(채운 것), 도우미 두 명쯤과 자원봉사자 세 명쯤(빈 것). 부모의 말이다.',
    '한국의 시각은 서울시 안내를 옮긴 글 하나에서 왔다.',
  ],
  controls: {
    day: '요일',
    days: { weekday: '월~목', friday: '금요일' },
    pickup: '데리러 가는 시각',
    open: '덴마크의 주당 운영 시간',
    hours: (hours) => `${hours}시간`,
  },
};

export default words;
