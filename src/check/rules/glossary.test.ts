import { expect, test } from 'vitest';
import { buildLibrary } from '../../testing/build-content.ts';
import { checkGlossary } from './glossary.ts';

const term = (ko: string, en: string, aliases: string): string =>
  `  ko: ${ko}\n  en: ${en}\n  aliases: [${aliases}]\n  definition: { ko: 뜻이다., en: A meaning. }\n`;

test('a name that two terms share is reported at the second', async () => {
  const glossary = `one:\n${term('하나', 'one', '단일')}two:\n${term('둘', 'two', 'One')}`;
  const found = checkGlossary(await buildLibrary({ 'glossary.yaml': glossary }));
  expect(found).toMatchObject([
    {
      file: 'content/glossary.yaml',
      line: 7,
      rule: 'glossary/repeated-name',
      what: 'The name `One` of `two` also belongs to `one`',
    },
  ]);
});

test('a term may have the same name in both languages', async () => {
  const found = checkGlossary(await buildLibrary({ 'glossary.yaml': `top:\n${term('top', 'top', '톱')}` }));
  expect(found).toEqual([]);
});
