import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const homes = { ko: '/ko/', en: '/en/', 'zh-hant': '/zh-hant/' };

interface Visitor {
  /** The locale stored on an earlier visit. */
  stored?: string | null;
  isStorageBlocked?: boolean;
  languages?: readonly string[];
}

/** Returns the addresses to which a visitor is redirected. Runs the function as the page does: from its text, in an empty scope. */
function send(
  { stored = null, isStorageBlocked = false, languages = [] }: Visitor,
  to: Record<string, string> = homes,
): string[] {
  const sent: string[] = [];
  const page = {
    homes: to,
    navigator: { languages },
    location: { replace: (address: string) => sent.push(address) },
    localStorage: {
      getItem: (key: string) => {
        if (isStorageBlocked) throw new Error('SecurityError');
        return key === 'locale' ? stored : null;
      },
    },
  };
  runInNewContext(`(${chooseLanguage.toString()})(homes)`, page);
  return sent;
}

describe('A visitor at the root of the site', () => {
  test.each<[string, Visitor, string]>([
    ['goes to the language they chose last', { stored: 'en', languages: ['ko-KR', 'ko'] }, '/en/'],
    ['goes to the first language of the browser', { languages: ['ko-KR', 'en'] }, '/ko/'],
    ['goes to a language of the browser regardless of region', { languages: ['en-AU'] }, '/en/'],
    ['goes to a language of the browser regardless of case', { languages: ['EN-us'] }, '/en/'],
    [
      'goes to the first language of the browser that the site has',
      { languages: ['da', 'fr-FR', 'en-GB', 'ko'] },
      '/en/',
    ],
    ['goes to a language with a script', { languages: ['zh-Hant', 'en'] }, '/zh-hant/'],
    ['goes by the browser if storage is blocked', { isStorageBlocked: true, languages: ['en'] }, '/en/'],
    [
      'goes by the browser if the site no longer has the stored language',
      { stored: 'da', languages: ['en'] },
      '/en/',
    ],
    ['goes by the browser if the stored locale is empty', { stored: '', languages: ['en'] }, '/en/'],
  ])('%s', (_, visitor, home) => {
    expect(send(visitor)).toEqual([home]);
  });

  test.each<[string, Visitor]>([
    ['whose browser has no language of the site', { languages: ['da', 'fr'] }],
    ['whose browser has no languages', { languages: [] }],
    ['whose stored locale is the name of a property of every object', { stored: 'constructor' }],
    ['whose stored locale is `__proto__`', { stored: '__proto__', languages: ['toString'] }],
  ])('%s stays and sees the language links', (_, visitor) => {
    expect(send(visitor)).toEqual([]);
  });

  test('is redirected below the base path of the site', () => {
    expect(send({ languages: ['ko'] }, { ko: '/kb/ko/' })).toEqual(['/kb/ko/']);
  });
});
