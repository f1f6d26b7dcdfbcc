import type { Random } from './random.ts';
import { identifier, noun } from './words.ts';

/** Writers of code, by language. Each returns a few lines, with identifiers that differ from block to block. */
const languages: Readonly<Record<string, (random: Random) => string[]>> = {
  js: (random) => {
    const [value, list] = [identifier(random), identifier(random)];
    return [
      `import { ${value} } from './${noun(random).en}.js';`,
      '',
      `export async function ${list}(items) {`,
      `  const ${noun(random).en} = await Promise.all(items.map((item) => ${value}(item, { retries: ${random.below(9)} })));`,
      `  // ${noun(random).en}: ${random.below(1000)}`,
      `  return items.filter(({ size }) => size > ${random.below(4096)}).sort();`,
      '}',
    ];
  },
  ts: (random) => [
    `interface ${noun(random).en.toUpperCase()} {`,
    ...Array.from(
      { length: 2 + random.below(6) },
      () => `  readonly ${identifier(random)}: string | undefined;`,
    ),
    '}',
    '',
    `const ${identifier(random)}: Map<string, number> = new Map([['${noun(random).en}', ${random.below(500)}]]);`,
  ],
  html: (random) => [
    `<section class="${noun(random).en}" id="${identifier(random)}">`,
    `  <h2>${noun(random).en}</h2>`,
    ...Array.from(
      { length: 1 + random.below(5) },
      () => `  <a href="/${noun(random).en}/">${identifier(random)}</a>`,
    ),
    '</section>',
  ],
  css: (random) => [
    `.${noun(random).en} > .${identifier(random)} {`,
    `  margin: ${random.below(40)}px auto;`,
    `  color: hsl(${random.below(360)} 40% 50% / 0.${1 + random.below(9)});`,
    '}',
  ],
  json: (random) => [
    '{',
    ...Array.from(
      { length: 2 + random.below(5) },
      () => `  "${identifier(random)}": [${random.below(99)}, "${noun(random).en}"],`,
    ),
    `  "${noun(random).en}": true`,
    '}',
  ],
  yaml: (random) => [
    `${noun(random).en}:`,
    ...Array.from(
      { length: 2 + random.below(5) },
      () => `  - ${identifier(random)}: ${random.below(1000)} # ${noun(random).en}`,
    ),
  ],
  python: (random) => [
    `def ${noun(random).en}(${noun(random).en}, *, limit=${random.below(100)}):`,
    `    """Return ${noun(random).en}."""`,
    `    for item in range(limit):`,
    `        yield f"{item}: ${identifier(random)}"`,
  ],
  sh: (random) => [
    `npm install ${noun(random).en}-${noun(random).en}@${random.below(20)}`,
    `for file in ./${noun(random).en}/*.md; do wc -w "$file" | sort -n; done`,
  ],
};

/** Returns a block of code in a random language, as Markdown. */
export function codeBlock(random: Random): string {
  const language = random.pick(Object.keys(languages));
  return ['```' + language, ...(languages[language]?.(random) ?? []), '```'].join('\n');
}
