import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { frontMatterSchema, glossarySchema, siteSchema, topicsSchema } from '../model/index.ts';
import { headlines } from '../testing/builders.ts';
import { parseYaml } from './yaml.ts';

const source = { file: 'a.yaml', linesBefore: 0 };

function frontMatterErrors(yaml: string, linesBefore = 0): string[] {
  const schemaFor = (data: unknown) => frontMatterSchema('article', data);
  return headlines(parseYaml(yaml, schemaFor, { ...source, linesBefore }).diagnostics);
}

const complete = 'title: T\ndescription: D\ndate: 2026-11-22\n';

describe('YAML', () => {
  test('that matches its schema is parsed to a value with positions', () => {
    const { value, diagnostics, places } = parseYaml(
      `# 주제\n${complete}topics: [linux, "calls"]\n`,
      (data) => frontMatterSchema('article', data),
      { ...source, linesBefore: 1 },
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ title: 'T', date: '2026-11-22', topics: ['linux', 'calls'] });
    expect(Object.fromEntries(places)).toEqual({
      '': { line: 3, column: 1 },
      title: { line: 3, column: 8 },
      description: { line: 4, column: 14 },
      date: { line: 5, column: 7 },
      topics: { line: 6, column: 9 },
      'topics.0': { line: 6, column: 10 },
      'topics.1': { line: 6, column: 17 },
    });
  });

  test('that is empty is a map without keys', () => {
    expect(parseYaml('', () => topicsSchema, source)).toMatchObject({ value: {}, diagnostics: [] });
    expect(parseYaml('# nothing yet\n', () => topicsSchema, source)).toMatchObject({ value: {} });
  });

  test('can choose its schema by its data', () => {
    expect(frontMatterErrors('title: T\ndescription: D\ntranslates: { from: ko }\n')).toEqual([]);
  });
});

test('that has merge conflict markers is reported at the first of them', () => {
  expect(
    frontMatterErrors('title: T\n<<<<<<< HEAD\ndescription: D\n=======\ndescription: E\n>>>>>>> other\n', 1),
  ).toEqual(['a.yaml:3:1: error: Unresolved merge conflict: `<<<<<<< HEAD`  file/conflict']);
});

/** Returns the fixes for the front matter of an article or, with `translates`, of a translation. */
function fixes(yaml: string): string[] {
  const schemaFor = (data: unknown) => frontMatterSchema('article', data);
  return parseYaml(yaml, schemaFor, source).diagnostics.map(({ fix }) => fix);
}

describe('A fix', () => {
  test.each([
    ['tags: [coffee]', 'Rename it to `topics`.'],
    ['topics: []\ncategories: [coffee]', 'Move its value to `topics`, and remove it.'],
    ['published: false', 'Write `draft: true` instead.'],
    ['lastmod: 2026-11-30', 'Rename it to `updated`.'],
    ['slug: a', 'Remove it: the name of the folder is the slug.'],
    ['topics: coffee', 'Write `topics: [coffee]`.'],
    ['draft: yes', 'Write `draft: true`.'],
    ['updated: 2026. 11. 30.', 'Write `updated: 2026-11-30`.'],
    ['updated: soon', 'Write year, month and day with digits and hyphens, such as `2026-11-30`.'],
    [
      'flavor: x',
      'Rename or remove it. Known keys: title, description, date, topics, updated, aliases, series, draft.',
    ],
  ])('for “%s” is “%s”', (line, fix) => {
    expect(fixes(`${complete}${line}\n`)).toEqual([fix]);
  });

  test.each([
    ['title: 커피: 한 잔', 'title: "커피: 한 잔"'],
    ['title: "커피" 한 잔', 'title: "\\"커피\\" 한 잔"'],
    ['title: @커피', 'title: "@커피"'],
    ['title: `커피`', 'title: "`커피`"'],
    ['title: %커피', 'title: "%커피"'],
  ])('for text that YAML can’t read is the line in quotes: %s', (line, quoted) => {
    expect(fixes(`${line}\ndate: 2026-11-22\n`)[0]).toBe(`Put quotes around the text: \`${quoted}\`.`);
    expect(frontMatterErrors(`${quoted}\ndate: 2026-11-22\n`)).toEqual([]);
  });

  test('for a key that a translation inherits is to remove it', () => {
    expect(fixes('title: T\ntranslates: { from: ko }\ndate: 2026-11-22\ntags: [a]\n')).toEqual([
      'Remove it: a translation has that of its source.',
      'Remove it: a translation has that of its source.',
    ]);
  });
});

describe('A key', () => {
  test('that is misspelled is reported with a suggestion', () => {
    expect(frontMatterErrors(`${complete}tpoics: [linux]\n`)).toEqual([
      'a.yaml:4:1: error: Unknown key `tpoics`: did you mean `topics`?  yaml/unknown-key',
    ]);
  });

  test('that resembles no other is reported with all known keys', () => {
    expect(frontMatterErrors(`${complete}author: A\n`)).toEqual([
      'a.yaml:4:1: error: Unknown key `author`, expected one of `title`, `description`, `date`, `topics`, `updated`, `aliases`, `series`, `draft`  yaml/unknown-key',
    ]);
  });

  test.each([
    [
      'in a record',
      'linux:\n  label: { ko: 리눅스 }\n  description: { ko: D }\n  lable: 1\n',
      '4:3',
      'lable',
      'label',
    ],
    ['under a number', '7: { labl: 1, label: { ko: L }, description: { ko: D } }\n', '1:6', 'labl', 'label'],
  ])('that is misspelled %s is reported at its position', (_, yaml, place, key, meant) => {
    expect(headlines(parseYaml(yaml, () => topicsSchema, source).diagnostics)).toEqual([
      `a.yaml:${place}: error: Unknown key \`${key}\`: did you mean \`${meant}\`?  yaml/unknown-key`,
    ]);
  });

  test('that is misspelled within a list is reported at its position', () => {
    const yaml = 'links:\n  - label: { ko: L }\n    url: https://example.org/\n    lable: L\n';
    expect(headlines(parseYaml(yaml, () => siteSchema.pick({ links: true }), source).diagnostics)).toEqual([
      'a.yaml:4:5: error: Unknown key `lable`: did you mean `label`?  yaml/unknown-key',
    ]);
  });

  test('that is missing is reported at the start of its map', () => {
    expect(frontMatterErrors('# 머리말\ndescription: D\n', 1)).toEqual([
      'a.yaml:3:1: error: Missing `title`  yaml/missing-key',
      'a.yaml:3:1: error: Missing `date`  yaml/missing-key',
    ]);
    expect(frontMatterErrors('title: T\ndescription: D\ntranslates: {}\n')).toEqual([
      'a.yaml:3:13: error: Missing `translates.from`  yaml/missing-key',
    ]);
    expect(frontMatterErrors('', 1)).toEqual([
      'a.yaml:2:1: error: Missing `title`  yaml/missing-key',
      'a.yaml:2:1: error: Missing `date`  yaml/missing-key',
    ]);
  });

  test('that occurs twice is reported at the second', () => {
    expect(frontMatterErrors(`${complete}title: U\n`)).toEqual([
      'a.yaml:4:1: error: Duplicate key  yaml/duplicate-key',
    ]);
  });

  test('of an invalid form is reported with the expected form', () => {
    const terms = 'p99: { ko: p99, definition: {} }\nTail Latency: { ko: 꼬리 지연, definition: {} }\n';
    expect(headlines(parseYaml(terms, () => glossarySchema(['ko']), source).diagnostics)).toEqual([
      'a.yaml:2:1: error: Unexpected term id `Tail Latency`, expected lowercase ASCII words joined by hyphens  yaml/wrong-key',
    ]);
    const topics = '\nSIP:\n  label: { ko: L }\n  description: { ko: D }\n';
    expect(headlines(parseYaml(topics, () => topicsSchema, source).diagnostics)).toEqual([
      'a.yaml:2:1: error: Unexpected topic id `SIP`, expected lowercase words joined by hyphens  yaml/wrong-key',
    ]);
  });
});

describe('A value', () => {
  test.each([
    [
      'a day that does not exist',
      'title: T\ndescription: D\ndate: 2026-02-30\n',
      '3:7: error: Unexpected date `2026-02-30`, expected an existing date as YYYY-MM-DD',
    ],
    [
      'an empty title',
      'title: ""\ndescription: D\ndate: 2026-11-22\n',
      '1:8: error: Unexpected empty `title`, expected the name of the article',
    ],
    [
      'a number for a title',
      'title: 2026\ndescription: D\ndate: 2026-11-22\n',
      '1:8: error: Unexpected number `2026` as the value of `title`, expected text',
    ],
    [
      'a number among topics',
      `${complete}topics:\n  - linux\n  - 7\n`,
      '6:5: error: Unexpected number `7` as the value of `topics.1`, expected text',
    ],
    [
      'a word for a draft, in a quoted key',
      `${complete}"draft": yes\n`,
      '4:10: error: Unexpected text `yes` as the value of `draft`, expected `true` or `false`',
    ],
    [
      'a list for the whole',
      '\n- title\n',
      '2:1: error: Unexpected list `- title` as the value, expected keys with values',
    ],
    [
      'a sentence for the whole',
      'Text.\n',
      '1:1: error: Unexpected text `Text.` as the value, expected keys with values',
    ],
  ])('that is %s is reported at its position', (_, yaml, headline) => {
    expect(frontMatterErrors(yaml)).toEqual([`a.yaml:${headline}  yaml/wrong-value`]);
  });

  test.each(['', '~', 'null', '# later'])('that is `%s` is reported as empty, at its key', (value) => {
    expect(frontMatterErrors(`description: D\ntitle: ${value}\ndate: 2026-01-01\n`)).toEqual([
      'a.yaml:2:1: error: `title` has no value  yaml/empty-value',
    ]);
  });

  test.each([
    ['{ day: 8, month: 1 }', '{ day: 8, month: 1 }'],
    ['[2026, 1, 8]', '[2026, 1, 8]'],
    ['\n  year: 2026\n  day: [8]', 'year: 2026 day: [8]'],
    ['"2026-1-8" # soon', '"2026-1-8"'],
    ['20260108', '20260108'],
    ['0x7EA', '0x7EA'],
    ['true', 'true'],
    ['1'.repeat(300), `${'1'.repeat(60)}…`],
    ['|\n  2026\n  1', '| 2026 1'],
  ])('%j is quoted as it is written, on one line and cut short', (value, quoted) => {
    const [error] = frontMatterErrors(`title: T\ndescription: D\ndate: ${value}\n`);
    expect(error).toContain(`: error: Unexpected date \`${quoted}\`, expected an existing date`);
  });

  test('after Hangul is reported in UTF-16 columns, like in editors', () => {
    expect(frontMatterErrors('{ title: 꼬리 지연, description: 🎉 D, date: 어제 }')).toEqual([
      'a.yaml:1:42: error: Unexpected date `어제`, expected an existing date as YYYY-MM-DD  yaml/wrong-value',
    ]);
  });
});

describe('Invalid YAML', () => {
  test.each([
    ['a quote left open', 'title: "T\ndescription: D\n', '3:1: error: Invalid YAML: Missing closing "quote'],
    [
      'a list left open',
      'topics: [linux\ntitle: T\n',
      '2:1: error: Invalid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a backtick in front', 'title: `top`\n', '1:8: error: The text after `title:` has to be in quotes'],
    [
      'a colon in a sentence',
      'title: top: 보기\n',
      '1:8: error: The text after `title:` has to be in quotes',
    ],
    [
      'a tab as indentation',
      'title: T\n\tdescription: D\n',
      '2:1: error: Invalid YAML: Tabs are not allowed as indentation',
    ],
  ])('is reported at the position of the error: %s', (_, yaml, headline) => {
    expect(frontMatterErrors(yaml)[0]).toBe(`a.yaml:${headline}  yaml/syntax`);
  });

  test('is reported with its line in the file', () => {
    expect(frontMatterErrors('title: `top`\n', 1)[0]).toMatch(/^a\.yaml:2:8: /);
  });
});

describe('An alias', () => {
  test.each([
    [
      'without an anchor',
      'title: T\ndescription: *강조*\n',
      '2:14: error: YAML aliases such as `*강조*` are not supported',
    ],
    [
      'of another value',
      'title: &name T\ndescription: *name\n',
      '2:14: error: YAML aliases such as `*name` are not supported',
    ],
    [
      'of the list that contains it',
      'title: &name [*name]\n',
      '1:15: error: YAML aliases such as `*name` are not supported',
    ],
  ])('%s is rejected, not resolved', (_, yaml, headline) => {
    expect(frontMatterErrors(yaml)).toEqual([`a.yaml:${headline}  yaml/alias`]);
  });

  test('cannot expand exponentially', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, level) => `k${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    );
    expect(frontMatterErrors(bomb.join('\n'))).toHaveLength(60);
  });
});

test('YAML that is nested too deeply is reported', () => {
  for (const piece of ['? ', '- ', '[', '{a: ']) {
    const { value, diagnostics } = parseYaml(piece.repeat(5_000), () => z.unknown(), source);
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('text/crash');
  }
});
