import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { readAssets } from './assets.ts';

async function faultOf(name: string, bytes: string | Uint8Array): Promise<string | undefined> {
  const directory = createContentFolder({});
  const file = path.join(directory, name);
  writeFileSync(file, bytes);
  const assets = await readAssets(directory, [{ name, path: file }]);
  return assets.get(name)?.fault;
}

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" ${attributes}>${inside}</svg>`;

test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('a %s is a picture', async (format) => {
  const bytes = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .toFormat(format)
    .toBuffer();
  expect(await faultOf(`a.${format}`, bytes)).toBeUndefined();
});

test('an SVG without active content is a picture, even with links within itself', async () => {
  const drawing = '<defs><path id="p" d="M0 0h9"/></defs><use href="#p"/><style>path { fill: red }</style>';
  expect(await faultOf('a.svg', svg(drawing))).toBeUndefined();
});

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['an event handler', svg('', 'onload="alert(1)"')],
  ['embedded HTML', svg('<foreignObject><p>x</p></foreignObject>')],
  ['a `javascript:` address', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
  ['a picture from another site', svg('<image href="https://evil.example/x.png"/>')],
  ['styles from another site', svg('<style>@import "https://evil.example/x.css"</style>')],
])('an SVG with %s is not a picture', async (_, text) => {
  expect(await faultOf('a.svg', text)).toContain('which pictures must not');
});

test.each([
  ['text', 'not a picture'],
  ['nothing', ''],
])('a PNG file that contains %s is not a picture', async (_, text) => {
  expect(await faultOf('a.png', text)).toBe('it is not a readable picture');
});

test('a file name with a `?` is reported', async () => {
  expect(await faultOf('q?x.png', svg(''))).toContain('`?` or `#`');
});
