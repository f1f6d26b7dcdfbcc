import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const doors = { ko: '/ko/', en: '/en/', 'zh-hant': '/zh-hant/' };

interface Visitor {
  /** What the storage holds from an earlier visit. */
  stored?: string | null;
  isStorageRefused?: boolean;
  languages?: readonly string[];
}

/** Where a visitor is sent from the root of the site. The function runs as the page has it: as text, with nothing around it. */
function send(
  { stored = null, isStorageRefused = false, languages = [] }: Visitor,
  to: Record<string, string> = doors,
): string[] {
  const sent: string[] = [];
  const page = {
    doors: to,
    navigator: { languages },
    location: { replace: (address: string) => sent.push(address) },
    localStorage: {
      getItem: (key: string) => {
        if (isStorageRefused) throw new Error('SecurityError');
        return key === 'locale' ? stored : null;
      },
    },
  };
  runInNewContext(`(${chooseLanguage.toString()})(doors)`, page);
  return sent;
}

describe('A visitor at the root of the site', () => {
  test.each<[string, Visitor, string]>([
    ['goes to the language they chose last', { stored: 'en', languages: ['ko-KR', 'ko'] }, '/en/'],
    ['goes to the first language of the browser', { languages: ['ko-KR', 'en'] }, '/ko/'],
    ['goes to a language of the browser whatever its region', { languages: ['en-AU'] }, '/en/'],
    ['goes to a language of the browser whatever its case', { languages: ['EN-us'] }, '/en/'],
    [
      'goes to the first language of the browser that there is',
      { languages: ['da', 'fr-FR', 'en-GB', 'ko'] },
      '/en/',
    ],
    ['goes to a language with a script', { languages: ['zh-Hant', 'en'] }, '/zh-hant/'],
    ['goes by the browser where storage is refused', { isStorageRefused: true, languages: ['en'] }, '/en/'],
    [
      'goes by the browser where their language is gone from the site',
      { stored: 'da', languages: ['en'] },
      '/en/',
    ],
    ['goes by the browser where the storage holds nothing', { stored: '', languages: ['en'] }, '/en/'],
  ])('%s', (_, visitor, door) => {
    expect(send(visitor)).toEqual([door]);
  });

  test.each<[string, Visitor]>([
    ['whose browser names no language of the site', { languages: ['da', 'fr'] }],
    ['whose browser names none', { languages: [] }],
    ['whose storage holds the name of something that every object has', { stored: 'constructor' }],
    ['whose storage holds something odd', { stored: '__proto__', languages: ['toString'] }],
  ])('%s is shown the doors', (_, visitor) => {
    expect(send(visitor)).toEqual([]);
  });

  test('is sent on below the folder of the site', () => {
    expect(send({ languages: ['ko'] }, { ko: '/kb/ko/' })).toEqual(['/kb/ko/']);
  });
});
