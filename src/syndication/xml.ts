import { toXml } from 'xast-util-to-xml';
import type { Element, Root } from 'xast';

/** A document as an XML file. */
export function toXmlFile(document: Element | Root): string {
  const xml = toXml(document, { closeEmptyElements: true });
  // The end of a section that we never begin may not stand in text, as it would after `a[b[0]]>c` in code.
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.replace(notXml, '').replaceAll(']]>', ']]&#x3E;')}\n`;
}

/**
 * What XML can't hold in any form (https://www.w3.org/TR/xml/#charsets): control characters that came along in a paste
 * would make readers refuse the whole file.
 */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
