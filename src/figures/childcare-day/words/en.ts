import type { ChildcareDayWords } from '../words.ts';

const words: ChildcareDayWords = {
  title: 'Two days, side by side',
  label: (time, denmark, korea) =>
    `A day in a Danish nursery and one in a Korean daycare center, hour by hour. At ${time}, Denmark: ${denmark}. Korea: ${korea}.`,
  denmark: 'Denmark',
  korea: 'Korea',
  duration: (minutes) =>
    [minutes >= 60 && `${Math.floor(minutes / 60)}\u{a0}h`, minutes % 60 > 0 && `${minutes % 60}\u{a0}min`]
      .filter(Boolean)
      .join('\u{a0}'),
  danish: {
    before: { value: 'Not open yet', detail: 'usually opens at 6:30' },
    staffed: { value: 'Open', detail: 'who is in depends on the hour' },
    activities: { value: 'Songs, walks', detail: 'who is in depends on the hour' },
    few: { value: '1–2 teachers', detail: 'for all who are left' },
  },
  closing: (earliest, latest) => ({
    value: 'Closing time',
    detail: earliest === latest ? 'just in time' : `${earliest} or ${latest}`,
  }),
  late: (least, most) => ({
    value: `${least} late`,
    detail: least === most ? 'closed; an annoyed teacher' : `or ${most}; closed`,
    isLate: true,
  }),
  korean: {
    before: { value: 'Not open yet', detail: 'opens at 7:30' },
    basic: { value: 'Basic care', detail: 'until 16:00' },
    extended: { value: 'Extended class', detail: 'until 19:30' },
    night: { value: 'Night care', detail: 'until 24:00' },
  },
  column: {
    open: (from, to) => `Open ${from}–${to}`,
    hours: (from, to) => `${from}–${to}`,
    groups: '× 4 groups, in turns',
    activities: 'songs, walks',
    activityHours: (from, to, latest) => `${from} to ${to} or ${latest}`,
    few: '1–2 teachers',
    finish: 'parents finish work',
    later: ['Elsewhere 322 daycares', 'close later, 39 of them', 'after 18:00 (2017)'],
    ratios: ([zero, one, two]) => ['Law, per adult:', `${zero} aged 0, ${one} aged 1,`, `${two} aged 2`],
  },
  legend: { told: 'parent’s words', known: 'law, statistics', weak: 'weak source' },
  strip: {
    title: 'Children per adult in Denmark, ages 0–2',
    law: 'in the law',
    floor: (hours) => `on the floor, open ${hours}\u{a0}h`,
  },
  describe: {
    pickup: {
      weekday: (time) => `Pick-up at ${time}, Monday to Thursday.`,
      friday: (time) => `Pick-up at ${time} on a Friday.`,
    },
    danish: {
      before: 'The Danish nursery is not open yet;',
      staffed: 'In the Danish nursery, who is in depends on the hour;',
      activities: 'In the Danish nursery it is time for songs and walks;',
      few: 'In the Danish nursery one or two teachers look after all who are left, and break no law;',
    },
    closing: (earliest, latest) =>
      `The Danish nursery closes at ${earliest === latest ? latest : `${earliest} or ${latest}`};`,
    late: (least, most) =>
      `At the Danish nursery you are ${least === most ? least : `${least} to ${most}`} late;`,
    korean: {
      before: 'the Korean one opens at 7:30.',
      basic: 'in Korea basic care runs until 16:00.',
      extended: 'in Korea the extended class runs until 19:30.',
      night: 'in Korea night care runs until 24:00.',
    },
    ratio: (hours, children) =>
      `Open ${hours} hours a week with staff who work 37, the law’s 3 children per adult become ${children} on the floor.`,
  },
  table: {
    time: 'Time',
    denmark: 'Denmark (within opening hours: the parent’s account)',
    korea: 'Korea (weak source)',
    closing: 'Some are closed',
    closed: 'Closed',
  },
  notes: {
    title: 'What is known, and from whom',
    paragraphs: [
      'The parent tells of one Danish nursery: each of four groups has a class teacher and a second teacher (filled marks), about two helpers and about three volunteers (outlined), though not all at once. From 15:00 they go home; parents finish work between 15:00 and 17:00. Fridays are not mentioned.',
      'No law sets Danish opening hours; these are the usual ones, and with a Friday to 16:00 they make 51.5 hours a week. In early 2017, 769 daycares opened at 6:00, and 322 closed after 17:00, 39 of them after 18:00. The ratio in the law is an average of a municipality and a year. 3 × hours ÷ 37 assumes that all children stay all day and nobody is ill, on vacation or in a meeting.',
      'The Korean hours come from one report on a notice of the city of Seoul. How many adults are there at which hour is not known; the law limits children per adult by age.',
    ],
  },
  controls: {
    pickup: 'Pick-up time',
    day: 'Day',
    days: { weekday: 'Mon–Thu', friday: 'Friday' },
    open: 'Open per week',
    hours: (hours) => `${hours}\u{a0}h`,
  },
};

export default words;
