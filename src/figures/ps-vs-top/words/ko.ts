import type { PsVsTopWords } from '../words.ts';

const ages = {
  'seconds-apart': 'ps는 현재 시각과 시작 시각을 각각 초 단위로 자른 다음 뺀다.',
  seconds: 'ps는 나이를 초 단위로 자른다.',
  ticks: 'ps는 나이를 10ms 틱으로 센다.',
  utilization: 'ps는 자르지 않은 나이로 나눈다.',
};

const words: PsVsTopWords = {
  title: '같은 프로세스를 보는 ps와 top',
  seconds: (seconds) => `${seconds}초`,
  picture: {
    label: (ps, top) =>
      `두 직사각형의 너비는 각 도구가 나누는 시간이다. ps의 높이는 ${ps}%, top의 높이는 ${top}%. 아래는 1분 동안의 부하.`,
    load: '부하',
  },
  used: (seconds) => `CPU ${seconds}초`,
  divisors: {
    ps: (age) => `÷ 나이 ${age}초`,
    top: (interval, cpus) => `÷ 최근 ${interval}초${cpus === undefined ? '' : ` ÷ CPU ${cpus}개`}`,
  },
  loads: {
    steady: () => '줄곧 60%로 일하는 프로세스다.',
    'woke-up-late': () => '30초 동안 자다가 깨어나 쉬지 않고 도는 프로세스다.',
    'burst-then-idle': () => '6초 동안 몰아서 일하고 쉬는 프로세스다.',
    'four-threads': (cpus) =>
      `스레드 넷이 CPU ${cpus === 1 ? '하나' : `${cpus}개`}에서 쉬지 않고 도는 프로세스다.`,
  },
  differ: (age, { ps, top }) =>
    `나이가 ${age}초일 때 ps는 ${ps.dividend} ${ps.divisor}로 ${ps.cpu}%를, top은 ${top.dividend} ${top.divisor}로 ${top.cpu}%를 찍는다.`,
  agree: (age, { ps, top }) =>
    `나이가 ${age}초일 때 ps는 ${ps.dividend} ${ps.divisor}로, top은 ${top.dividend} ${top.divisor}로 똑같이 ${ps.cpu}%를 찍는다.`,
  justStarted: '갓 시작되어 나이도 CPU 시간도 0이므로 ps와 top 모두 0.0%를 찍는다.',
  capped: 'top의 값은 작업 하나에 두는 상한에서 잘린다.',
  wholeSeconds: '이 버전의 ps는 나이를 초 단위 정수로 세며, 0이면 0.0을 찍는다.',
  lostTick: '이 버전의 ps는 시간을 이진 소수로 다루므로 이 나이에서 틱 하나가 잘려 나간다.',
  output: {
    title: '터미널 출력',
    ps: '시작된 뒤의 평균',
    c: (isCapped) => `같은 비율의 정수 부분, 상한 99${isCapped ? '에 걸림' : ''}`,
    top: (seconds, cpus, isCapped) =>
      `최근 ${seconds}초, ${cpus === undefined ? 'CPU 하나가 100%' : `CPU ${cpus}개를 합쳐 100%`}${isCapped ? ', top이 작업 하나에 두는 상한에 걸림' : ''}`,
    firstFrame: (top) => `막 켠 top의 첫 화면: ${top}`,
  },
  table: {
    age: '나이(초)',
    used: 'CPU 시간(틱)',
    ps: 'ps %CPU',
    c: 'ps C',
    top: (seconds) => `top %CPU(${seconds}초)`,
  },
  controls: {
    preset: '부하',
    presets: {
      steady: '한결같이',
      'woke-up-late': '늦게 깨어나기',
      'burst-then-idle': '몰아서',
      'four-threads': '스레드 넷',
    },
    more: '기계와 버전',
    interval: 'top의 간격',
    mode: 'top의 100%',
    modes: { irix: 'CPU 하나(Irix)', solaris: '기계 전체(Solaris)' },
    threads: '스레드 수',
    cpus: 'CPU 수',
    release: 'procps-ng 버전',
    versions: (from, to) => (to === undefined ? `${from} 이후` : from === to ? from : `${from}~${to}`),
    rules: ({ age, capsByThreads }, pause) =>
      `${ages[age]} top의 첫 화면은 ${pause}초 동안의 값이다.${capsByThreads ? '' : ' top은 스레드 수에 따른 상한을 두지 않는다.'}`,
    stretches: '부하를 5초 단위로 고치는 열두 칸',
    stretch: (from, to) => `${from}~${to}초`,
    hint: '그래프를 끌면 부하가, 그 위를 끌면 나이가 바뀐다.',
    keyHint: '화살표로 5초짜리 칸을 고르고 부하를 고친다.',
  },
};

export default words;
