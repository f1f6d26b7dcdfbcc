import type { ChildcareDayWords } from '../words.ts';

const words: ChildcareDayWords = {
  title: 'Two days, side by side',
  label: 'A day in a Danish nursery and in a Korean daycare center, hour by hour',
  denmark: 'Denmark',
  korea: 'Korea',
  duration: (minutes) =>
    [minutes >= 60 && `${Math.floor(minutes / 60)}\u{a0}h`, minutes % 60 > 0 && `${minutes % 60}\u{a0}min`]
      .filter(Boolean)
      .join('\u{a0}'),
  danish: {
    before: { value: 'Not open yet', detail: 'usually opens at 6:30' },
    staffed: { value: 'Open', detail: 'staff depend on the hour' },
    activities: { value: 'Songs and walks', detail: 'staff depend on the hour' },
    few: { value: '1–2 teachers', detail: 'for all who are left' },
  },
  closing: (earliest, latest) => ({
    value: 'Closing time',
    detail: earliest === latest ? 'just in time' : `is ${earliest} or ${latest}`,
  }),
  late: (least, most) => ({
    value: `${least} late`,
    detail: least === most ? 'an annoyed teacher' : `or ${most}`,
  }),
  korean: {
    before: { value: 'Not open yet', detail: 'opens at 7:30' },
    basic: { value: 'Basic care', detail: 'until 16:00' },
    extended: { value: 'Extended class', detail: 'until 19:30' },
    night: { value: 'Night care', detail: 'until 24:00' },
  },
  column: {
    open: (from, to) => `open ${from}–${to}`,
    groups: 'in each of 4 groups',
    notAtOnce: 'not all at once',
    activities: 'songs, walks',
    few: '1–2 teachers',
    finish: 'parents finish work',
    early: '769 houses open at 6',
    later: ['later: 322 houses,', '39 past 18:00 (2017)'],
    ratio: 'law: children per adult',
    ages: ([zero, one, two]) => `age 0: ${zero}, 1: ${one}, 2: ${two}`,
  },
  legend: { told: 'as the parent tells it', known: 'law, statistics', weak: 'weak source' },
  strip: {
    title: 'Denmark, ages 0–2: children per adult',
    law: 'in the law',
    floor: (hours) => `present, ${hours} h a week`,
  },
  describe: {
    pickup: {
      weekday: (time) => `Pick-up at ${time}, Monday to Thursday.`,
      friday: (time) => `Pick-up at ${time} on a Friday.`,
    },
    danish: {
      before: 'The Danish nursery is not open yet;',
      staffed: 'In the Danish nursery, who is there depends on the hour;',
      activities: 'In the Danish nursery it is time for songs and walks;',
      few: 'In the Danish nursery one or two teachers look after all who are left;',
    },
    closing: (earliest, latest) =>
      `The Danish nursery closes at ${earliest === latest ? latest : `${earliest} or ${latest}`};`,
    late: (least, most) =>
      `The parent of the Danish nursery is ${least === most ? least : `${least} to ${most}`} late and meets an annoyed teacher;`,
    korean: {
      before: 'the Korean one opens at 7:30.',
      basic: 'in Korea it is basic care until 16:00.',
      extended: 'in Korea the extended class runs until 19:30.',
      night: 'in Korea night care runs until 24:00.',
    },
    ratio: (hours, children) =>
      `With ${hours} hours a week and staff who work 37, the 3 children per adult in the law are ${children} on the floor.`,
  },
  table: { time: 'Time', denmark: 'Denmark', korea: 'Korea', closed: 'Closed' },
  notes: [
    'Marks: in each group one class teacher and one second teacher (filled), about two helpers and about three volunteers (outlined), as the parent tells it.',
    'The Korean hours come from one report on a notice of the city of Seoul.',
  ],
  controls: {
    day: 'Day',
    days: { weekday: 'Mon–Thu', friday: 'Friday' },
    pickup: 'Pick-up time',
    open: 'Open per week in Denmark',
    hours: (hours) => `${hours}\u{a0}h`,
  },
};

export default words;
