import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  array,
  asyncProperty,
  boolean,
  check,
  constantFrom,
  oneof,
  record,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import { parseCapture } from '../../capture/index.ts';
import { findFigures } from '../../figures/registry/find-figures.ts';
import { analyzeCapture } from '../../figures/silent-voicemail/own-capture/analyze.ts';
import { findRedirect, HostError, parseTarget, readRedirectRules } from '../../host/index.ts';
import { planImport } from '../../import/index.ts';
import { createSearchOn, createSmallIndex } from '../../search/browser/index.ts';
import { parseEntry } from '../../sources/index.ts';
import { mutations, sequences } from './mutations.ts';
import { processSite } from './process-site.ts';

/** The result of some cases: the error and the minimal input of a failure, if there is one. */
export interface Outcome {
  cases: number;
  failure?: { message: string; input: unknown };
}

/** Something that reads input, with a generator of inputs. */
export interface Reader {
  name: string;
  /** Its part of all cases, in percent: slow readers get fewer. */
  share: number;
  run: (options: { seed: number; cases: number }) => Promise<Outcome>;
}

/** CPU time that a case of a few kilobytes may take. Most take a few milliseconds, so this is a hang on any machine. */
const maxMs = 20_000;

/** @param read throws if it handles an input wrongly */
function reader<T>(name: string, share: number, inputs: Arbitrary<T>, read: (input: T) => unknown): Reader {
  const timed = async (input: T): Promise<void> => {
    const start = process.cpuUsage();
    await read(input);
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 > maxMs) throw new Error(`More than ${maxMs / 1000} seconds of CPU time`);
  };
  return {
    name,
    share,
    run: async ({ seed, cases }) => {
      const { failed, numRuns, counterexample, errorInstance } = await check(asyncProperty(inputs, timed), {
        seed,
        numRuns: cases,
        // Ends the search for a smaller input, too.
        interruptAfterTimeLimit: 300_000,
      });
      if (!failed) return { cases: numRuns };
      const message = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : '';
      return { cases: numRuns, failure: { message, input: counterexample?.[0] } };
    },
  };
}

const root = path.resolve(import.meta.dirname, '../../..');
const readFile = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const articles = ['writing-guide', 'silent-voicemail', 'ps-vs-top'].flatMap((slug) =>
  ['ko', 'en'].map((locale) => `content/articles/${slug}/${locale}`),
);
const texts = articles.map((name) => readFile(`${name}.md`));
const captures = ['call-nat', 'call-no-rtp', 'call-no-rtp-caller-side'].map(
  (name) => new Uint8Array(readFileSync(path.join(root, `content/articles/silent-voicemail/${name}.pcap`))),
);

const inline =
  '* ** _ ~~ ` `` [ ] ( ) ![ ](a) [a](b) [^1] < > <b> </b> <!-- --> & &amp; \\ $ $$ { } {#a} : | https://a.b a@b.c www.a';
const lines = [
  '- ',
  '> ',
  '1. ',
  '# ',
  '## 가',
  '===',
  '---',
  '```',
  '~~~',
  ':::note',
  ':::',
  '::figure{name=ps-vs-top}',
  '|a|b|',
  '|-|-|',
  '[^1]: 가',
  '[a]: b',
  '> [!NOTE]',
  '- [ ] a',
  '<div>',
  '</div>',
  '<details>',
  '<table>',
  '<svg>',
  '<script>',
  '<a href="javascript:a">',
  '<img src=x onerror=a>',
  '<!-- only: ko -->',
  '<!-- pair: a -->',
  '$$',
  '![가](a.png)',
  '[가](../b/ko.md#가)',
  '    가',
  '\t',
];
const markdownPieces = [
  ...inline.split(' '),
  ...lines.flatMap((line) => [`\n${line}`, `\n\n${line}\n`]),
  ' ',
  '\n',
  '\n\n',
  '가',
  '나다 ',
  'a',
  '\r',
  '\u0000',
  '\u200b',
  '\u202e',
  '🐾',
];
const markdown = oneof(sequences(markdownPieces), mutations(texts, markdownPieces));

const yamlPieces = [
  'title: ',
  'date: 2026-01-01',
  'topics: [',
  'a: ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  ': ',
  '\n',
  '\n  ',
  '"',
  "'",
  '|\n',
  '>\n',
  '&a ',
  '*a',
  '<<: ',
  '!!js ',
  '# ',
  '---',
  '...',
  '? ',
  'null',
  'true',
  '1e999',
  '__proto__: ',
  '\t',
  '%',
  '`',
  '@',
  '가',
  '2026-13-45',
  '\u0000',
  '\u2028',
];
const settingsFiles = ['site.yaml', 'topics.yaml', 'glossary.yaml'];
const yaml = (names: readonly string[]): Arbitrary<string> =>
  oneof(sequences(yamlPieces), mutations(names.map(readFile), yamlPieces));
const frontMatters = texts.map((text) => text.slice(0, text.indexOf('\n---\n') + 5));

const diagramPieces = [
  'flowchart LR',
  'flowchart TD',
  'sequenceDiagram',
  'stateDiagram-v2',
  'classDiagram',
  'erDiagram',
  '\n',
  '\n  ',
  'a',
  'b',
  '가',
  ' --> ',
  ' --- ',
  ' -.-> ',
  ' ==> ',
  '-->|x|',
  '->>',
  '-->>',
  ': ',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '"',
  '[*]',
  'subgraph s',
  'end',
  'loop x',
  'alt x',
  'else',
  'participant a',
  'actor b',
  'Note over a,b: ',
  'class A {',
  '+m()',
  ' <|-- ',
  ' ||--o{ ',
  '%% ',
  ';',
  '&',
  ':::c',
  'style a fill:#f00',
  'click a "javascript:b"',
  'direction LR',
  'state "a" as b',
  '<br>',
  '#quot;',
];

const redirectPieces = [
  '/',
  '/a',
  '/b',
  '/:c',
  '/*',
  '/:splat',
  ' ',
  '  ',
  '\n',
  ' 301',
  ' 302!',
  ' 200',
  ' 404',
  ' https://e.org',
  '//e.org',
  '/\\e.org',
  '#',
  '?a=1',
  ' Country=kr',
  ' a=:a',
  '%',
  '%EA%B8%80',
  '글',
  '\t',
  '\r\n',
  ':',
  '*',
];

/** Edits of the first frame of a capture that lead to another decoder: link types, EtherTypes, protocols, fragments. */
const captureEdits: readonly (readonly [part: Uint8Array, at: number])[] = [
  ...[0, 101, 113, 229].map((linkType) => [Uint8Array.of(linkType), 20] as const),
  [Uint8Array.of(20, 1), 20],
  [Uint8Array.of(0x86, 0xdd, 0x60), 52],
  [Uint8Array.of(0x81, 0, 0, 1, 0x08, 0), 52],
  [Uint8Array.of(0x88, 0x64, 0x11, 0, 0, 1, 0, 6, 0, 0x21), 52],
  [Uint8Array.of(0x20, 0), 60],
  ...[4, 6, 41].map((protocol) => [Uint8Array.of(protocol), 63] as const),
];

/** All readers. */
export const readers: readonly Reader[] = [
  reader('markdown', 3, tuple(markdown, markdown), ([ko, en]) =>
    processSite({
      'articles/a/ko.md': `---\ntitle: 제목\ndescription: 설명.\ndate: 2026-01-01\n---\n\n${ko}\n`,
      'articles/a/en.md': `---\ntitle: Title\ndescription: Words.\ntranslates: { from: ko }\n---\n\n${en}\n`,
    }),
  ),
  reader(
    'front-matter',
    6,
    oneof(
      sequences(yamlPieces).map((head) => `---\n${head}\n---\n가\n`),
      mutations(frontMatters, yamlPieces),
    ),
    (text) => processSite({ 'articles/a/ko.md': text }),
  ),
  reader(
    'settings',
    6,
    tuple(constantFrom(...settingsFiles), yaml(settingsFiles.map((name) => `content/${name}`))),
    ([name, text]) => processSite({ [name]: text }),
  ),
  reader('sync', 4, yaml(articles.map((name) => `${name}.sync.yaml`)), (text) =>
    processSite({
      'articles/a/en.md':
        '---\ntitle: Title\ndescription: Words.\ntranslates: { from: ko }\n---\n\n## A\n\nB\n',
      'articles/a/en.sync.yaml': text,
    }),
  ),
  reader(
    'diagrams',
    3,
    tuple(constantFrom(...diagramPieces.slice(0, 5)), sequences(diagramPieces)),
    ([kind, text]) =>
      processSite({
        'articles/a/ko.md': `---\ntitle: 제목\ndescription: 설명.\ndate: 2026-01-01\n---\n\n\`\`\`mermaid\n${kind}\n${text}\n\`\`\`\n`,
      }),
  ),
  reader(
    'pcap',
    38,
    record({
      capture: constantFrom(new Uint8Array(), ...captures),
      length: constantFrom(24, 60, 500, 5_000),
      edits: array(
        oneof(
          tuple(
            uint8Array({ minLength: 1, maxLength: 8 }),
            constantFrom(0, 4, 16, 20, 24, 32, 36, 40, 60, 100, 400),
          ),
          constantFrom(...captureEdits),
        ),
        { maxLength: 4 },
      ),
    }),
    ({ capture, length, edits }) => {
      const bytes = capture.slice(0, length);
      for (const [part, at] of edits) if (at + part.length <= bytes.length) bytes.set(part, at);
      const parsed = parseCapture(bytes);
      const { packets, frameCount, skipped } = parsed;
      for (const { frame } of packets)
        if (frame > frameCount) throw new Error('A packet after the last frame');
      analyzeCapture(bytes);
      for (const { offset } of skipped) if (offset > bytes.length) throw new Error('An offset after the end');
    },
  ),
  reader(
    'import',
    4,
    tuple(markdown, yaml(['content/topics.yaml']), boolean()),
    async ([body, head, isPlain]) => {
      const front = isPlain ? 'title: 제목\ndescription: 설명\ndate: 2026-01-01' : head;
      const bytes = new TextEncoder().encode(`---\n${front}\n---\n${body}`);
      const { texts: converted, diagnostics } = planImport({
        files: [{ locale: 'ko', slug: 'a', file: 'a.md', bytes }],
        existing: new Map(),
        topics: {},
        figures: await findFigures('ko'),
        locales: ['ko', 'en'],
        preferredSource: 'ko',
        force: false,
        base: '/',
      });
      for (const { rule, what } of diagnostics) if (rule === 'text/crash') throw new Error(what);
      for (const { slug, locale, file, text } of converted) {
        const read = parseEntry(
          { kind: 'article', slug, locale, file, path: `/${file}` },
          new TextEncoder().encode(text),
        );
        if (Array.isArray(read)) throw new Error(`The converted text cannot be read: ${text}`);
      }
    },
  ),
  reader(
    'queries',
    18,
    record({
      query: oneof(
        sequences([
          '꼬리',
          '지연',
          'tail',
          'ㄲㄹ',
          'epsakzm',
          '덴맠',
          ' ',
          '"',
          '를',
          '에서는',
          '\u0301',
          '-',
          '^',
          '(',
          '1.',
          'C++',
          '__proto__',
          'ㅏ',
          '\ud800',
          '日本',
        ]),
        string({ unit: 'binary', maxLength: 60 }),
      ),
      locale: constantFrom('ko', 'en'),
      isLiteral: boolean(),
      isTyping: boolean(),
    }),
    async (question) => {
      const { hits } = await createSearchOn(smallIndex, '/').ask(question);
      for (const { href } of hits) if (!href.startsWith('/')) throw new Error(`A hit leads to ${href}`);
    },
  ),
  reader(
    'redirects',
    18,
    tuple(sequences(redirectPieces), array(constantFrom(...redirectPieces), { maxLength: 4 })),
    async ([text, path_]) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'narani-fuzz-'));
      try {
        writeFileSync(path.join(folder, '_redirects'), text);
        const rules = await readRedirectRules(folder);
        const target = parseTarget(path_.join(''));
        const found = target === undefined ? undefined : findRedirect(rules, target, false);
        if (found !== undefined && !/^\/(?![/\\])|^https?:\/\/[^/]/.test(found.to))
          throw new Error(`A redirect leads to ${found.to}`);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  ),
];

const smallIndex = createSmallIndex({
  topics: [{ id: 'network', label: { ko: '네트워크', en: 'Networks' } }],
  names: [['꼬리 지연', 'tail latency', 'p99']],
  texts: [
    {
      locale: 'ko',
      slug: 'tail',
      title: '꼬리 지연',
      topics: ['network'],
      blocks: ['## 평균', '꼬리 지연은 평균에 숨는다.'],
    },
    {
      locale: 'en',
      slug: 'tail',
      title: 'Tail latency',
      topics: ['network'],
      blocks: ['## Mean', 'It hides in C++ 11.'],
    },
  ],
});
