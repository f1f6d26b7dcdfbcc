import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileSvgs } from '../testing/hostile/svgs.ts';
import { cleanSvg, type CleanSvg } from './clean-svg.ts';
import type { SvgFault } from './faults.ts';

const head = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">';

const svg = (inside: string): string => `${head}${inside}</svg>`;

/** The drawing of `svg('')`, as it is serialized. */
const blank = head.replace('>', '/>');

const clean = (source: string): CleanSvg => cleanSvg(source) as CleanSvg;
const fault = (source: string): SvgFault => cleanSvg(source) as SvgFault;

describe('What a drawing program writes is kept', () => {
  test.each<[what: string, inside: string, kept?: string]>([
    [
      'shapes',
      '<g id="a" class="b" transform="rotate(4)"><path d="M0 0L9 9z" fill="#f00"/><rect x="1" width="9"/></g>',
    ],
    ['text', '<text x="1" y="2" font-size="9">가<tspan dy="9">나 &#x26; 다</tspan></text>'],
    ['text along a path', '<path id="p" d="M0 0h9"/><text><textPath href="#p">x</textPath></text>'],
    [
      'gradients',
      '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><rect fill="url(#g)"/>',
    ],
    [
      'patterns, masks, clips and markers',
      '<pattern id="a"/><mask id="b"/><clipPath id="c"/><path fill="url(#a)" mask="url(#b)" clip-path="url(#c)" marker-end="url(#d)"/>',
    ],
    [
      'filters',
      '<filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feColorMatrix type="matrix" values="1 0 0"/></filter><rect filter="url(#f)"/>',
    ],
    ['copies', '<symbol id="s" viewBox="0 0 9 9"><rect width="9"/></symbol><use href="#s" x="9"/>'],
    [
      'references in the older form',
      '<path id="p"/><use xlink:href="#p" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
      '<path id="p"/><use href="#p"/>',
    ],
    ['bitmaps within the file', '<image href="data:image/png;base64,iVBORw0KGgo=" width="9"/>'],
    [
      'drawings within the file, cleaned',
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg('<path onclick="a"/>')).toString('base64')}"/><image href="data:image/svg+xml;utf8,${encodeURIComponent(svg(''))}"/>`,
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg('<path/>')).toString('base64')}"/><image href="data:image/svg+xml;base64,${Buffer.from(blank).toString('base64')}"/>`,
    ],
    ['titles', '<title>제목</title><desc>설명</desc>'],
    ['spaces', '<text xml:space="preserve">  a  </text>'],
    [
      'style sheets',
      '<style>.a{fill:#f00;stroke:url(#g)}@media (prefers-color-scheme:dark){.a{fill:rgb(1 2 3)}}</style>',
    ],
    [
      'style sheets in CDATA',
      '<style><![CDATA[.a, .b { fill: red }]]></style>',
      '<style>.a,.b{fill:red}</style>',
    ],
    ['styles', '<rect style="fill:var(--a,#fff);transform:translate(1px,2px)"/>'],
    ['colors for light and dark', '<rect style="fill:light-dark(#fff,#000)"/>'],
    [
      'fonts within the file',
      '<style>@font-face{font-family:V;src:url(data:font/woff2;base64,d09GMg==)format("woff2")}</style>',
    ],
    ['names of fonts', '<text font-family="Noto Sans KR, sans-serif">x</text>'],
    [
      'what links contain',
      '<a href="https://example.com"><rect/></a><text><a href="#b">x</a></text>',
      '<g><rect/></g><text><tspan>x</tspan></text>',
    ],
    [
      'elements with a prefix',
      '<s:rect xmlns:s="http://www.w3.org/2000/svg" width="9"/>',
      '<rect width="9"/>',
    ],
  ])('%s', (_, inside, kept = inside) => {
    expect(clean(svg(inside))).toEqual({ text: svg(kept), removed: [] });
  });

  test('the size, first in `<svg>`', () => {
    const { text } = clean(
      '<svg class="a" viewBox=" 0,0 4  3" height="3" width="4" xmlns="http://www.w3.org/2000/svg"/>',
    );
    expect(text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3" class="a"/>',
    );
  });

  test('a file without the namespace, which browsers refuse', () => {
    expect(clean('<svg width="4"><use xlink:href="#a"/></svg>').text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4"><use href="#a"/></svg>',
    );
  });
});

describe('What draws nothing is removed without a note:', () => {
  test.each([
    ['comments', '<!-- a -->'],
    ['instructions, as PlantUML writes them', '<?plantuml 1.2026.1?>'],
    [
      'data of drawing programs',
      '<inkscape:grid xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"/>',
    ],
    ['metadata', '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'],
    ['text outside of text elements', 'abc'],
    ['style sheets of comments', '<style><!-- /* a */ --></style>'],
  ])('%s', (_, inside) => {
    expect(clean(svg(inside))).toEqual({ text: blank, removed: [] });
  });

  test.each([
    [
      'a document type',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
    ['an XML declaration', '<?xml version="1.0" encoding="us-ascii" standalone="no"?>'],
  ])('%s', (_, prolog) => {
    expect(clean(`${prolog}\n${svg('')}`)).toEqual({ text: blank, removed: [] });
  });
});

describe('With a note is removed', () => {
  test.each([
    ['a script', '<script>a</script><script/>', '`<script>` (2 times)'],
    [
      'HTML',
      '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></switch>',
      '`<foreignObject>`',
    ],
    ['animation', '<rect><animate attributeName="x"/></rect>', '`<animate>`'],
    ['a picture beside the file', '<image href="a.png"/>', '`href="a.png"`'],
    ['a style sheet of another site', '<style>@import url(//fonts.example/a.css);</style>', '`@import`'],
    ['a style that loads a file', '<rect style="fill:red;filter:url(a.svg#f)"/>', '`filter:url(a.svg#f)`'],
    ['an attribute that loads a file', '<rect fill="url(a.svg#f)"/>', '`fill="url(a.svg#f)"`'],
    ['a reference to a style sheet', '<?xml-stylesheet href="a.css"?>', '`<?xml-stylesheet?>`'],
    ['a long value, shortened', `<image href="${'a'.repeat(99)}"/>`, `\`href="${'a'.repeat(53)}…\``],
  ])('%s', (_, inside, removed) => {
    expect(clean(svg(inside)).removed).toEqual([removed]);
  });
});

describe('A file is refused', () => {
  const nested = (depth: number): string => svg('<g>'.repeat(depth) + '</g>'.repeat(depth));

  test.each([
    ['that is malformed, with the line', '<svg>\n<g></svg>', 'its XML is malformed in line 2'],
    ['that is not SVG', '<html/>', 'it contains `<html>` instead of an SVG drawing'],
    ['that is nested deeply', nested(300), 'nested more than 256 levels'],
    ['that is nested too deeply for the parser', nested(200_000), 'nested more than 256 levels'],
  ])('%s', (_, source, what) => {
    expect(fault(source).what).toContain(what);
  });

  test('that declares entities, with what to do in Illustrator', () => {
    const source = `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`;
    expect(fault(source).fix).toContain('Illustrator');
  });

  test('that draws a few elements millions of times', () => {
    const levels = [1, 2, 3, 4, 5, 6].map(
      (level) => `<g id="l${String(level)}">${`<use href="#l${String(level - 1)}"/>`.repeat(10)}</g>`,
    );
    const source = (count: number): string => svg(`<path id="l0"/>${levels.slice(0, count).join('')}`);
    expect(fault(source(6)).what).toContain('more than 200,000 elements');
    expect(clean(source(3)).removed).toEqual([]);
  });

  test('but not one with a copy of itself', () => {
    expect(clean(svg('<g id="a"><use href="#a"/></g>')).removed).toEqual([]);
  });
});

describe('What runs or loads something', () => {
  test.each(hostileSvgs.map(({ kind, file }, index) => [index + 1, kind, textOf(file)] as const))(
    'is not in hostile SVG %i (%s) after cleaning',
    (_index, _kind, source) => {
      const before = process.cpuUsage();
      const result = cleanSvg(source);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(5);
      if ('text' in result) expect(findHarm(result.text)).toEqual([]);
    },
  );

  test('is not in random combinations of text and markup after cleaning', () => {
    const piece = fc.constantFrom(
      ...['<g>', '</g>', '<script>', '</script>', '<style>', '</style>', '<![CDATA[', ']]>', '<!--', '-->'],
      ...['<rect fill="', '" onload="a"/>', '<a href="javascript:a">', '</a>', 'url(', 'http://a', ')'],
      ...[
        '@import',
        '&lt;',
        '&#60;',
        '&amp;',
        '"',
        "'",
        '{',
        '}',
        ';',
        '\\',
        '/*',
        '*/',
        '<?x ?>',
        '가',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = cleanSvg(svg(pieces.join('')));
        if ('text' in result) expect(findHarm(result.text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('is found by the check of these tests', () => {
    const found = hostileSvgs.filter(({ file }) => {
      try {
        return findHarm(textOf(file)).length > 0;
      } catch {
        // It is malformed, or not in UTF-8.
        return true;
      }
    });
    expect(found.length).toBeGreaterThan(hostileSvgs.length * 0.9);
  });
});

test('Cleaning a clean drawing changes nothing', () => {
  for (const { file } of hostileSvgs) {
    const result = cleanSvg(textOf(file));
    if ('text' in result) expect(cleanSvg(result.text)).toEqual({ text: result.text, removed: [] });
  }
});

function textOf(file: string | Uint8Array): string {
  return typeof file === 'string' ? file : Buffer.from(file).toString();
}

/** Finds what could run or load, by deny lists that are independent of the allow-lists. */
function findHarm(source: string): string[] {
  const harm: string[] = source.match(/<[!?]/g) ?? [];
  const visit = (node: XmlNode): void => {
    if (node instanceof XmlText && isInStyle(node) && loads(node.text)) harm.push(node.text);
    if (!(node instanceof XmlElement)) return;
    if (/:|script|foreign|frame|embed|object|anima|^set$|^a$|handler|link|meta|audio|video/i.test(node.name))
      harm.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attributes)) {
      const [, drawing] = /^data:image\/svg\+xml;base64,(.*)$/.exec(value) ?? [];
      if (name === 'href' && drawing !== undefined)
        harm.push(...findHarm(textOf(Buffer.from(drawing, 'base64'))));
      else if (isHarmful(name, value)) harm.push(`${name}="${value}"`);
    }
    node.children.forEach(visit);
  };
  parseXml(source).children.forEach(visit);
  return harm;
}

function isHarmful(name: string, value: string): boolean {
  if (name === 'xmlns') return value !== 'http://www.w3.org/2000/svg';
  if (name === 'href') return !/^(?:#|data:image\/(?:png|jpe?g|gif|webp|avif);base64,)/.test(value);
  if (/^on|^src$|^(?!xml:(?:space|lang)$).*:/i.test(name)) return true;
  return name !== 'id' && name !== 'class' && loads(value);
}

function loads(css: string): boolean {
  return /@import|url\(\s*['"]?(?!#|data:font)|u\\|image-set|expression/i.test(css);
}

function isInStyle({ parent }: XmlText): boolean {
  return parent instanceof XmlElement && parent.name === 'style';
}
