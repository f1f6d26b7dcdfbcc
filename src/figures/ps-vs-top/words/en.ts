import type { PsVsTopWords } from '../words.ts';

const ages = {
  'seconds-apart': 'ps truncates the clock and the start time to whole seconds, then subtracts them.',
  seconds: 'ps truncates the age to whole seconds.',
  ticks: 'ps counts the age in ticks of 10 ms.',
  utilization: 'ps divides by the exact age.',
};

const words: PsVsTopWords = {
  title: 'One process, seen by ps and top',
  seconds: (seconds) => `${seconds}\u{a0}s`,
  picture: {
    label: (ps, top) =>
      `Two rectangles, as wide as the time that each tool divides by: ps is ${ps}% high, top ${top}%. Below them, the load over a minute.`,
    load: 'load',
  },
  used: (seconds) => `${seconds}\u{a0}s of CPU`,
  divisors: {
    ps: (age) => `÷ ${age}\u{a0}s of life`,
    top: (interval, cpus) => `÷ last ${interval}\u{a0}s${cpus === undefined ? '' : ` ÷ ${cpus} CPUs`}`,
  },
  loads: {
    steady: () => 'This process works at a steady 60%.',
    'woke-up-late': () => 'This process sleeps for 30\u{a0}s, then wakes up and never rests.',
    'burst-then-idle': () => 'This process is busy for 6\u{a0}s, then idle.',
    'four-threads': (cpus) =>
      `This process keeps four threads busy on ${cpus === 1 ? 'one CPU' : `${cpus} CPUs`}.`,
  },
  differ: (age, { ps, top }) =>
    `At the age of ${age}\u{a0}s, ps prints ${ps.cpu}% (${ps.dividend} ${ps.divisor}) and top prints ${top.cpu}% (${top.dividend} ${top.divisor}).`,
  agree: (age, { ps, top }) =>
    `At the age of ${age}\u{a0}s, both print ${ps.cpu}%: ps (${ps.dividend} ${ps.divisor}) and top (${top.dividend} ${top.divisor}).`,
  justStarted: 'It has just started and has neither age nor CPU time yet, so ps and top both print 0.0%.',
  capped: 'This is the most that top shows for one task.',
  wholeSeconds: 'This ps counts the age in whole seconds and prints 0.0 while it is 0.',
  lostTick: 'This ps stores times as binary fractions, which makes this age one tick too short.',
  output: {
    title: 'Terminal output',
    ps: 'the mean since the process started',
    c: (isCapped) => `the same ratio in whole percent, ${isCapped ? 'capped at 99' : '99 at most'}`,
    top: (seconds, cpus, isCapped) =>
      `the last ${seconds}\u{a0}s, where 100% is ${cpus === undefined ? 'one CPU' : `all ${cpus} CPUs`}${isCapped ? '; capped at the maximum top shows for one task' : ''}`,
    firstFrame: (top) => `first frame after top starts: ${top}`,
  },
  table: {
    age: 'Age (s)',
    used: 'CPU time (ticks)',
    ps: 'ps %CPU',
    c: 'ps C',
    top: (seconds) => `top %CPU (${seconds}\u{a0}s)`,
  },
  controls: {
    preset: 'Load',
    presets: {
      steady: 'Steady',
      'woke-up-late': 'Woke up late',
      'burst-then-idle': 'Burst',
      'four-threads': 'Four threads',
    },
    more: 'Machine and release',
    interval: 'top interval',
    mode: '100% in top',
    modes: { irix: 'One CPU (Irix)', solaris: 'Whole machine (Solaris)' },
    threads: 'Threads',
    cpus: 'CPUs',
    release: 'procps-ng release',
    versions: (from, to) => (to === undefined ? `${from} and later` : from === to ? from : `${from}–${to}`),
    rules: ({ age, capsByThreads }, pause) =>
      `${ages[age]} The first frame of top covers ${pause}\u{a0}s.${capsByThreads ? '' : ' top has no cap per thread.'}`,
    stretches: 'Load in twelve stretches of 5 s',
    stretch: (from, to) => `${from}–${to} s`,
    hint: 'Drag the chart to draw a load, above it to set the age.',
    keyHint: 'Arrow keys pick a stretch of 5\u{a0}s and change its load.',
  },
};

export default words;
