import { expect, test } from 'vitest';
import { groupArticles } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { siteToLlmsText } from './llms.ts';

test('llms.txt lists every article in each of its languages', () => {
  const articles = groupArticles(
    [
      entry(),
      translation(),
      entry({ slug: '한글-주소', title: '대괄호 [와] \\', description: '한국어뿐이다.' }),
    ],
    ['ko', 'en'],
  );
  expect(siteToLlmsText(site({ base: '/kb/' }), articles)).toMatchInlineSnapshot(`
    "# 나란히 · Narani

    > 나란히 선 글
    >
    > Articles side by side

    ## 한국어

    - [꼬리 지연](https://narani.example/kb/ko/articles/tail-latency.md): 평균에 숨는 지연을 다룬다.
    - [대괄호 \\[와\\] \\\\](https://narani.example/kb/ko/articles/%ED%95%9C%EA%B8%80-%EC%A3%BC%EC%86%8C.md): 한국어뿐이다.

    ## English

    - [Tail latency](https://narani.example/kb/en/articles/tail-latency.md): 평균에 숨는 지연을 다룬다.
    "
  `);
});

test('llms.txt lists the languages of a site without articles', () => {
  expect(siteToLlmsText(site({ name: { en: 'Narani' } }), [])).toMatchInlineSnapshot(`
    "# Narani

    > 나란히 선 글
    >
    > Articles side by side

    ## 한국어


    ## English

    "
  `);
});
