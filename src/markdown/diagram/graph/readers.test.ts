import { describe, expect, test } from 'vitest';
import { parseClasses } from './class.ts';
import { parseEntities } from './entity.ts';
import { parseFlowchart } from './flowchart.ts';
import type { Graph } from './graph.ts';
import { parseStates } from './state.ts';

type Parse = (source: string) => { graph: Graph; problems: { line: number; column: number }[] };

/** Parses these lines, expecting no problems. */
function read(parse: Parse, ...lines: string[]): Graph {
  const { graph, problems } = parse(lines.join('\n'));
  expect(problems).toEqual([]);
  return graph;
}

/** Lists the edges as `from to`. */
function pairs({ edges }: Graph): string[] {
  return edges.map(({ from, to }) => `${from} ${to}`);
}

describe('A flowchart', () => {
  test.each([
    ['A[글]', 'rectangle'],
    ['A(글)', 'rounded'],
    ['A([글])', 'stadium'],
    ['A[[글]]', 'subroutine'],
    ['A[(글)]', 'cylinder'],
    ['A((글))', 'circle'],
    ['A(((글)))', 'doublecircle'],
    ['A>글]', 'asymmetric'],
    ['A{글}', 'diamond'],
    ['A{{글}}', 'hexagon'],
    ['A[/글\\]', 'trapezoid'],
    ['A[\\글/]', 'trapezoid-alt'],
    ['A[/글/]', 'parallelogram'],
    ['A[\\글\\]', 'parallelogram-alt'],
    ['A["글"]', 'rectangle'],
  ])('reads the shape of %s', (node, shape) => {
    expect(read(parseFlowchart, 'flowchart LR', node).nodes).toEqual([{ id: 'A', label: ['글'], shape }]);
  });

  test.each([
    ['A[/in/] --> B[\\out\\]', ['in'], ['out']],
    ['A[/in/] --> B[/out\\]', ['in'], ['out']],
    ['A[x] --> B["[y]"]', ['x'], ['[y]']],
    ['A(x (y)) --> B', undefined, undefined],
    ['A[x [y]] --> B', undefined, undefined],
  ])('reads each label of %s separately or reports a problem', (line, ...labels) => {
    const { graph, problems } = parseFlowchart(`graph TD\n${line}`);
    if (labels[0] === undefined) expect(problems).toHaveLength(1);
    else expect(graph.nodes.map(({ label }) => label)).toEqual(labels);
  });

  test.each([
    ['A-->B', 'solid', 'none', 'arrow', []],
    ['A --- B', 'solid', 'none', 'none', []],
    ['A<-->B', 'solid', 'arrow', 'arrow', []],
    ['A -.-> B', 'dashed', 'none', 'arrow', []],
    ['A -.- B', 'dashed', 'none', 'none', []],
    ['A ==> B', 'thick', 'none', 'arrow', []],
    ['A ===|굵게| B', 'thick', 'none', 'none', ['굵게']],
    ['A -->|"a | b"| B', 'solid', 'none', 'arrow', undefined],
    ['A -- 예 --> B', 'solid', 'none', 'arrow', ['예']],
    ['A -. 어쩌면 .-> B', 'dashed', 'none', 'arrow', ['어쩌면']],
    ['A == 꼭 ==> B', 'thick', 'none', 'arrow', ['꼭']],
  ])('reads the link %s or reports a problem', (link, stroke, start, end, label) => {
    const { graph, problems } = parseFlowchart(`graph TD\n${link}`);
    if (label === undefined) expect(problems).toHaveLength(1);
    else expect(graph.edges).toEqual([{ from: 'A', to: 'B', label, stroke, start, end }]);
  });

  test('reads chains and all pairs of `&`, with ids in any script', () => {
    const graph = read(parseFlowchart, 'flowchart', '시작 & 다른-시작 --> 가운데 --> 끝 & B');
    expect(pairs(graph)).toEqual(['시작 가운데', '다른-시작 가운데', '가운데 끝', '가운데 B']);
  });

  test('reads nested groups and puts a node in the group of its first mention', () => {
    const graph = read(
      parseFlowchart,
      'graph LR',
      'A',
      'subgraph 밖 [바깥 이름]',
      'direction TB',
      'A --> B',
      'subgraph 안',
      'C',
      'end',
      'end',
    );
    expect(graph.groups).toMatchObject([
      { id: '밖', label: ['바깥 이름'], direction: 'TB', nodes: ['B'], groups: [{ id: '안', nodes: ['C'] }] },
    ]);
  });
});

describe('A state diagram', () => {
  test('reads states, transitions, and start and end marks', () => {
    const graph = read(
      parseStates,
      'stateDiagram-v2',
      'direction LR',
      '[*] --> A',
      'state "두 낱말" as A',
      'A --> B-1 : 간다',
      'B-1 : 설명',
      'A --> [*]',
    );
    expect(graph.direction).toBe('LR');
    expect(graph.nodes.map(({ label, shape }) => [shape, ...label])).toEqual([
      ['start'],
      ['rounded', '두 낱말'],
      ['rounded', '설명'],
      ['end'],
    ]);
    expect(graph.edges.map(({ label }) => label)).toEqual([[], ['간다'], []]);
  });

  test('keeps the description of a state wherever else it is mentioned', () => {
    const graph = read(
      parseStates,
      'stateDiagram-v2',
      's1 --> s2',
      's1 : 첫째',
      's1',
      's1 : 둘째',
      's2 --> s1',
    );
    expect(graph.nodes.map(({ label }) => label)).toEqual([['첫째', '둘째'], ['s2']]);
  });

  test('treats a composite state as a group, wherever it is mentioned first', () => {
    const graph = read(parseStates, 'stateDiagram-v2', 'A --> 밖', 'state 밖 {', 'B --> C', '}');
    expect(graph.nodes.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(graph.groups).toMatchObject([{ id: '밖', nodes: ['B', 'C'] }]);
  });
});

describe('A class diagram', () => {
  test('reads members, annotations and type parameters', () => {
    const graph = read(
      parseClasses,
      'classDiagram',
      'class 목록~T~ {',
      '<<interface>>',
      '+T 첫째',
      '+더하기(T 값) 목록~T~',
      '}',
      '목록 : -int 길이',
      'class 빈것',
    );
    expect(graph.nodes).toEqual([
      {
        id: '목록',
        label: ['«interface»', '목록<T>'],
        shape: 'rectangle',
        compartments: [['+T 첫째', '-int 길이'], ['+더하기(T 값) 목록<T>']],
      },
      { id: '빈것', label: ['빈것'], shape: 'rectangle', compartments: [] },
    ]);
  });

  test('keeps annotation, label and type parameters of a class when it is mentioned again', () => {
    const graph = read(
      parseClasses,
      'classDiagram',
      'class 목록~T~ {',
      '<<interface>>',
      '}',
      'class 배열["배열 목록"]',
      '목록~T~ <|-- 배열~T~',
      '나중 --> 목록',
      '나중~U~ --> 목록',
    );
    expect(graph.nodes.map(({ label }) => label)).toEqual([
      ['«interface»', '목록<T>'],
      ['배열 목록'],
      ['나중<U>'],
    ]);
  });

  test.each([
    ['A <|-- B', 'inheritance', 'solid', 'none'],
    ['A *-- B', 'composition', 'solid', 'none'],
    ['A o-- B', 'aggregation', 'solid', 'none'],
    ['A --> B', 'none', 'solid', 'arrow'],
    ['A -- B', 'none', 'solid', 'none'],
    ['A ..> B', 'none', 'dashed', 'arrow'],
    ['A ..|> B', 'none', 'dashed', 'inheritance'],
    ['A .. B', 'none', 'dashed', 'none'],
  ])('reads the relation %s', (relation, start, stroke, end) => {
    expect(read(parseClasses, 'classDiagram', relation).edges).toEqual([
      { from: 'A', to: 'B', label: [], start, stroke, end },
    ]);
  });

  test('reads multiplicities and labels of relations', () => {
    const [edge] = read(parseClasses, 'classDiagram', 'A "1" o-- "0..*" B : 여럿').edges;
    expect(edge).toMatchObject({ startLabel: '1', endLabel: '0..*', label: ['여럿'], start: 'aggregation' });
  });
});

describe('An entity relationship diagram', () => {
  test('reads attributes with their keys and comments', () => {
    const graph = read(
      parseEntities,
      'erDiagram',
      'ORDER["주문"] {',
      'string id PK, FK "주문 번호"',
      'int 수량',
      '}',
      'EMPTY',
    );
    expect(graph.nodes).toEqual([
      {
        id: 'ORDER',
        label: ['주문'],
        shape: 'rectangle',
        compartments: [['id string PK FK (주문 번호)', '수량 int']],
      },
      { id: 'EMPTY', label: ['EMPTY'], shape: 'rectangle', compartments: [] },
    ]);
  });

  test.each([
    ['A ||--o{ B : has', 'one', 'solid', 'zero-many'],
    ['A }|..|| B : has', 'many', 'dashed', 'one'],
    ['A |o--|{ B : "has"', 'zero-one', 'solid', 'many'],
    ['A }o--o| B : has', 'zero-many', 'solid', 'zero-one'],
  ])('reads the relation %s', (relation, start, stroke, end) => {
    expect(read(parseEntities, 'erDiagram', relation).edges).toEqual([
      { from: 'A', to: 'B', label: ['has'], start, stroke, end },
    ]);
  });
});

describe('An unsupported line is a problem with its line and column', () => {
  test.each<[string, Parse, string, number, number]>([
    ['a style', parseFlowchart, 'graph LR\n  A\n  style A fill:#fff', 3, 3],
    ['a click', parseFlowchart, 'graph LR\nA\nclick A "https://example.org"', 3, 1],
    ['a class', parseFlowchart, 'graph LR\nA:::red', 2, 1],
    ['another end of a link', parseFlowchart, 'graph LR\nA --o B', 2, 1],
    ['an invisible link', parseFlowchart, 'graph LR\nA ~~~ B', 2, 1],
    ['a link to a group', parseFlowchart, 'graph LR\nsubgraph G\nA\nend\nB --> G', 5, 1],
    ['a group without end', parseFlowchart, 'graph LR\nsubgraph G\nA', 3, 1],
    ['an end without group', parseFlowchart, 'graph LR\nend', 2, 1],
    [
      'a group of what stands in another',
      parseFlowchart,
      'graph LR\nsubgraph G\nA\nend\nsubgraph H\nA\nend',
      7,
      1,
    ],
    ['two groups of one name', parseFlowchart, 'graph LR\nsubgraph G\nA\nend\nsubgraph G', 5, 1],
    ['an unknown direction', parseFlowchart, 'graph XY\nA', 1, 1],
    ['a note', parseStates, 'stateDiagram-v2\nnote right of A : x', 2, 1],
    ['a choice', parseStates, 'stateDiagram-v2\nstate A <<choice>>', 2, 1],
    ['states side by side', parseStates, 'stateDiagram-v2\nstate A {\nB\n--\nC\n}', 4, 1],
    ['states side by side without a frame', parseStates, 'stateDiagram-v2\nA\n--\nB', 3, 1],
    ['a text of a state with children', parseStates, 'stateDiagram-v2\nstate A {\nB\n}\nA : x', 5, 1],
    ['a state of nothing', parseStates, 'stateDiagram-v2\nA\nstate B {\nA\n}', 5, 1],
    ['a brace without class', parseClasses, 'classDiagram\n}', 2, 1],
    ['a class without end', parseClasses, 'classDiagram\nclass A {\n+x', 3, 1],
    ['a lollipop', parseClasses, 'classDiagram\nA --() B', 2, 1],
    ['a strange count', parseEntities, 'erDiagram\nA ||--?? B : x', 2, 1],
    ['an attribute without type', parseEntities, 'erDiagram\nA {\nid\n}', 3, 1],
  ])('%s', (_, parse, source, line, column) => {
    expect(parse(source).problems).toMatchObject([{ line, column }]);
  });
});
