import { toXml } from 'xast-util-to-xml';
import type { Element, Root } from 'xast';

/** Serializes a document as an XML file. */
export function toXmlFile(document: Element | Root): string {
  const xml = toXml(document, { closeEmptyElements: true });
  // XML forbids `]]>` in text, even without a CDATA section. Code such as `a[b[0]]>c` contains it.
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.replace(notXml, '').replaceAll(']]>', ']]&#x3E;')}\n`;
}

/**
 * Characters that XML does not allow even escaped (https://www.w3.org/TR/xml/#charsets), such as control characters in pasted
 * text. Feed readers would reject the whole file.
 */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
