import type { ChildcareDayWords } from '../words.ts';

const words: ChildcareDayWords = {
  title: '두 나라의 하루, 나란히',
  label: (time, denmark, korea) =>
    `시간대별로 나란히 놓은 덴마크 어린이집과 한국 어린이집의 하루. ${time}에 덴마크는 ${denmark}, 한국은 ${korea}.`,
  denmark: '덴마크',
  korea: '한국',
  duration: (minutes) =>
    [minutes >= 60 && `${Math.floor(minutes / 60)}시간`, minutes % 60 > 0 && `${minutes % 60}분`]
      .filter(Boolean)
      .join(' '),
  danish: {
    before: { value: '아직 닫힘', detail: '보통 6:30에 연다' },
    staffed: { value: '열려 있음', detail: '시간대마다 어른이 다르다' },
    activities: { value: '노래와 산책', detail: '시간대마다 어른이 다르다' },
    few: { value: '교사 한두 명', detail: '남은 아이를 모두 본다' },
  },
  closing: (earliest, latest) => ({
    value: '문 닫는 시각',
    detail: earliest === latest ? '늦지 않았다' : `${earliest} 또는 ${latest}`,
  }),
  late: (least, most) => ({
    value: `${least} 늦음`,
    detail: least === most ? '닫힘, 짜증 난 교사' : `또는 ${most}, 닫힘`,
    isLate: true,
  }),
  korean: {
    before: { value: '아직 닫힘', detail: '7:30에 연다' },
    basic: { value: '기본 보육', detail: '16:00까지' },
    extended: { value: '연장 보육', detail: '19:30까지' },
    night: { value: '야간 연장', detail: '24:00까지' },
  },
  column: {
    open: (from, to) => `${from}~${to} 운영`,
    hours: (from, to) => `${from}~${to}`,
    groups: '× 네 반, 번갈아',
    activities: '노래, 산책',
    activityHours: (from, to, latest) => `${from}시~${to}시나 ${latest}시`,
    few: '교사 한두 명',
    finish: '부모가 일을 마침',
    later: ['다른 곳 가운데 322곳은', '더 늦게, 39곳은 18시', '넘어 닫는다(2017)'],
    ratios: ([zero, one, two]) => ['법: 어른 한 명에', `0세 ${zero}명, 1세 ${one}명,`, `2세 ${two}명`],
  },
  legend: { told: '부모의 말', known: '법과 통계', weak: '약한 출처' },
  strip: {
    title: '덴마크 0~2세, 어른 한 명에 아이',
    law: '법에서',
    floor: (hours) => `현장에서, 주 ${hours}시간`,
  },
  describe: {
    pickup: {
      weekday: (time) => `월~목요일 ${time}에 데리러 간다.`,
      friday: (time) => `금요일 ${time}에 데리러 간다.`,
    },
    danish: {
      before: '덴마크 어린이집은 아직 열지 않았고,',
      staffed: '덴마크 어린이집에는 시간대마다 다른 어른이 있고,',
      activities: '덴마크 어린이집은 노래하고 산책할 시간이고,',
      few: '덴마크 어린이집에서는 교사 한두 명이 남은 아이를 모두 보지만 법에 어긋나지 않고,',
    },
    closing: (earliest, latest) =>
      `덴마크 어린이집은 ${earliest === latest ? latest : `${earliest} 또는 ${latest}`}에 닫고,`,
    late: (least, most) => `덴마크 어린이집에는 ${least === most ? least : `${least}~${most}`} 늦었고,`,
    korean: {
      before: '한국 어린이집은 7:30에 연다.',
      basic: '한국에서는 16:00까지 기본 보육이다.',
      extended: '한국에서는 19:30까지 연장 보육이다.',
      night: '한국에서는 24:00까지 야간 연장이다.',
    },
    ratio: (hours, children) =>
      `직원은 주 37시간 일하고 문은 ${hours}시간 여니, 법의 3명이 현장에서는 ${children}명이다.`,
  },
  table: {
    time: '시각',
    denmark: '덴마크(운영 시간 안은 부모의 말)',
    korea: '한국(약한 출처)',
    closing: '닫은 곳도 있음',
    closed: '닫힘',
  },
  notes: {
    title: '무엇을 누구에게서 알았나',
    paragraphs: [
      '부모가 말한 덴마크 어린이집 한 곳에는 반이 넷 있고, 반마다 담임과 부담임(채운 표시), 도우미 두 명쯤과 자원봉사자 세 명쯤(빈 표시)이 있지만 한꺼번에 있지는 않다. 15시부터 하나둘 퇴근하고, 부모는 15~17시에 일을 마친다. 금요일 이야기는 없다.',
      '덴마크의 운영 시간은 법으로 정하지 않는다. 그림의 시각은 흔한 시각이고, 금요일에 16시까지 열면 한 주에 51.5시간이다. 2017년 초에는 769곳이 6시에 열었고, 322곳이 17시를 넘겨, 그중 39곳은 18시를 넘겨 닫았다. 법의 비율은 코무네의 연평균이다. 3 × 시간 ÷ 37은 모든 아이가 끝까지 남고 아무도 아프거나 쉬거나 회의하지 않을 때의 값이다.',
      '한국의 시각은 서울시 안내를 옮긴 글 하나에서 왔다. 어느 시각에 어른이 몇 명 있는지는 모르며, 법은 나이에 따라 어른 한 명이 맡는 아이 수를 정한다.',
    ],
  },
  controls: {
    pickup: '데리러 가는 시각',
    day: '요일',
    days: { weekday: '월~목', friday: '금요일' },
    open: '주당 운영 시간',
    hours: (hours) => `${hours}시간`,
  },
};

export default words;
