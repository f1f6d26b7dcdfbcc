import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { contentFolder } from '../testing/content-folder.ts';
import { findPictureFault } from './picture.ts';

async function faultOf(name: string, bytes: string | Uint8Array): Promise<string | undefined> {
  const file = path.join(contentFolder({}), name);
  writeFileSync(file, bytes);
  return (await findPictureFault(file)).fault;
}

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" ${attributes}>${inside}</svg>`;

test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('a %s is a picture', async (format) => {
  const bytes = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .toFormat(format)
    .toBuffer();
  expect(await faultOf(`a.${format}`, bytes)).toBeUndefined();
});

test('an SVG that only draws is a picture, with links within itself too', async () => {
  const drawing = '<defs><path id="p" d="M0 0h9"/></defs><use href="#p"/><style>path { fill: red }</style>';
  expect(await faultOf('a.svg', svg(drawing))).toBeUndefined();
});

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['a handler', svg('', 'onload="alert(1)"')],
  ['HTML in it', svg('<foreignObject><p>x</p></foreignObject>')],
  ['an address that runs', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
  ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
  ['styles from elsewhere', svg('<style>@import "https://evil.example/x.css"</style>')],
])('an SVG with %s is none', async (_, text) => {
  expect(await faultOf('a.svg', text)).toContain('only to be looked at');
});

test.each([
  ['text', 'not a picture'],
  ['nothing', ''],
])('a file called PNG that holds %s is none', async (_, text) => {
  expect(await faultOf('a.png', text)).toBe('it is not a picture that can be read');
});

test('a name that an address would cut short is told', async () => {
  expect(await faultOf('q?x.png', svg(''))).toContain('`?` or `#`');
});
