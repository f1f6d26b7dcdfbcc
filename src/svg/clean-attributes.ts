import type { XmlElement } from '@rgrove/parse-xml';
import { plainAttributes, styleAttributes } from './allowed.ts';
import { cleanDeclarations, cleanValue } from './clean-style.ts';
import { resolveName, xlinkNamespace, type Scope } from './namespaces.ts';
import type { Removed } from './removed.ts';

/** Returns the attributes of an element that are allowed, without prefixes. */
export function cleanAttributes(
  element: XmlElement,
  { name: elementName, scope, removed }: { name: string; scope: Scope; removed: Removed },
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [qualified, value] of Object.entries(element.attributes)) {
    const { namespace, name } = resolveName(qualified, scope, true);
    const isHref = name === 'href' && (namespace === undefined || namespace === xlinkNamespace);
    if (isHref && elementName !== 'a') {
      const href = cleanHref(value, elementName);
      if (href === undefined) removed.add(`${qualified}="${value}"`);
      // SVG 2 prefers `href` to `xlink:href`.
      else if (namespace === undefined || kept.href === undefined) kept.href = href;
    } else if (qualified === 'xml:space' || qualified === 'xml:lang') {
      kept[qualified] = value;
    } else if (namespace === undefined && name === 'style') {
      const style = cleanDeclarations(value, removed);
      if (style !== '') kept.style = style;
    } else if (namespace === undefined && styleAttributes.has(name)) {
      const clean = cleanValue(value);
      if (clean === undefined) removed.add(`${name}="${value}"`);
      else kept[name] = clean;
    } else if (namespace === undefined && plainAttributes.has(name)) {
      kept[name] = value;
    }
  }
  return kept;
}

/** Returns an address within the file: of one of its elements, or for pictures their bytes. */
function cleanHref(value: string, element: string): string | undefined {
  const href = value.trim();
  if (href.startsWith('#')) return href;
  const isPicture =
    /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$|^data:image\/svg\+xml[;,]/.test(href);
  return isPicture && (element === 'image' || element === 'feImage') ? href : undefined;
}
