import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseDiagram } from './diagram.ts';
import { parseClasses } from './graph/class.ts';
import { parseEntities } from './graph/entity.ts';
import { parseFlowchart } from './graph/flowchart.ts';
import { parseStates } from './graph/state.ts';
import { parseSequence } from './sequence/parse.ts';

/** More lines than a diagram may have. */
const many = 500;

describe('A diagram that is too large is rejected', () => {
  test.each([
    ['long', `sequenceDiagram\n${'A->>B: x\n'.repeat(many * 2)}`],
    [
      'of many lines',
      `graph TD\n${Array.from({ length: many }, (_, index) => `n${index}-->m${index}`).join('\n')}`,
    ],
    ['of many boxes', `graph TD\n${Array.from({ length: many }, (_, index) => `n${index}`).join('\n')}`],
    ['of all with all', `graph TD\n${Array(30).fill('a').join(' & ')} --> b`],
    ['of keys without end', `erDiagram\nA {\nint id${' PK'.repeat(2000)}!\n}`],
    ['of blocks in blocks', `sequenceDiagram\n${'loop x\n'.repeat(many)}`],
    ['of many lines written as one', `graph TD\n${Array(60).fill('a & b & c & d & e').join(' --> ')}`],
    ['of brackets', `graph TD\nA${'['.repeat(7000)}`],
  ])('%s', (_, source) => {
    expect(parseDiagram(source).problems.length).toBeGreaterThan(0);
  });
});

describe('Text next to the kind of a diagram is not ignored', () => {
  test.each([
    ['sequenceDiagram LR\nA->>B: x', 1],
    ['stateDiagram-v2 LR\nA --> B', 1],
    ['classDiagram LR\nA --> B', 1],
    ['erDiagram x\nA', 1],
    ['flowchart x\nA', 1],
    ['%%{init: {"theme": "dark"}}%%\ngraph LR\nA', 1],
    ['graph LR\nA\n%%{init: {"theme": "dark"}}%%', 3],
  ])('%s', (source, line) => {
    expect(parseDiagram(source).problems).toMatchObject([{ line, column: 1 }]);
  });
});

/** Returns a run long enough to expose a pattern with catastrophic backtracking. */
const run = (character: string): string => character.repeat(10_000);

describe('A line with a long run of one character is parsed in linear time', () => {
  test.each([
    ['a message', parseSequence, `sequenceDiagram\nA->>${run(' ')}x`],
    ['a participant', parseSequence, `sequenceDiagram\nparticipant${run(' ')}@`],
    ['a note', parseSequence, `sequenceDiagram\nnote over A${run(' ')}x`],
    ['a box', parseFlowchart, `graph LR\nA[${run(' ')}`],
    ['a link', parseFlowchart, `graph LR\nA --${run(' ')}x${run('-')}x`],
    ['a state', parseStates, `stateDiagram-v2\nA -->${run(' ')}!`],
    ['a class', parseClasses, `classDiagram\nclass${run(' ')}A${run(' ')}!`],
    ['a relation', parseClasses, `classDiagram\nA "1"${run(' ')}--${run(' ')}!`],
    ['an entity', parseEntities, `erDiagram\nA${run(' ')}[${run(' ')}!`],
    ['an attribute', parseEntities, `erDiagram\nA {\nid x${run(' ')}!\n}`],
  ])('%s', (_, parse, source) => {
    expect(parse(source).problems).toHaveLength(1);
  });
});

test.each([
  [
    'a sequence too wide',
    `sequenceDiagram\n${Array.from({ length: 150 }, (_, index) => `participant p${index}`).join('\n')}`,
  ],
  [
    'a flowchart too wide',
    `graph LR\n${Array.from({ length: 150 }, (_, index) => `n${index}`).join(' --> ')}`,
  ],
])('%s remains a code block and is an error', async (_, source) => {
  const { html, diagnostics } = await renderAlone(`A text.\n\n\`\`\`mermaid\n${source}\n\`\`\``);
  expect(html).not.toContain('<svg');
  expect(diagnostics).toMatchObject([{ severity: 'error', line: 3, column: 1, rule: 'diagram/not-read' }]);
});

test.each([
  ['ko', '순서도: 가, 나. 가에서 나로: 예. 가, 나 사이'],
  ['en', 'Flowchart: 가, 나. 가 to 나: 예. between 가 and 나'],
])('in the language %s, a flowchart has the text alternative “%s”', async (locale, text) => {
  const { html } = await renderAlone('```mermaid\ngraph LR\n가 -->|예| 나\n가 --- 나\n```', { locale });
  expect(html).toContain(`<svg role="img" aria-label="${text}"`);
});

test('도중에 사라진 메시지는 대체 텍스트에 그렇게 적힌다', async () => {
  const { html } = await renderAlone('```mermaid\nsequenceDiagram\n발신자-x음성사서함: RTP\n```', {
    locale: 'ko',
  });
  expect(html).toContain('발신자에서 음성사서함으로: RTP (도중에 유실됨)');
});

test('a diagram has no styles, scripts or ids except the id of its figure, and labels never become markup', async () => {
  const source = 'graph LR\nA["<script>alert(1)</script>"] -->|"<b onclick=x>"| B{"<style>*{}</style>"}';
  const { html, diagnostics } = await renderAlone(`\`\`\`mermaid\n${source}\n\`\`\``);
  expect(html).toContain('class="diagram"');
  const tags = [...html.matchAll(/<([a-z]+)((?:\s[a-z-]+="[^"]*")*)>/gi)].map(([, tag]) => tag);
  expect([...new Set(tags)].sort()).toEqual(['div', 'figure', 'g', 'path', 'svg', 'text']);
  expect(html.replace(' id="figure-1"', '')).not.toMatch(/\s(?:style|id|on\w+)="/);
  expect(diagnostics).toEqual([]);
});

test('raw HTML with the class of a diagram stays unchanged', async () => {
  const raw = '<pre><code class="language-mermaid">graph LR\na</code></pre>';
  expect((await renderAlone(raw)).html).not.toContain('<svg');
});
