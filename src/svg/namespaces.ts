import type { XmlElement } from '@rgrove/parse-xml';
import { svgNamespace } from './allowed.ts';

/** Namespace of `xlink:href`, the older form of `href`. */
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Namespaces by prefix; the default namespace by the empty string (https://www.w3.org/TR/xml-names/). */
export type Scope = Readonly<Record<string, string>>;

/** The namespaces of a file that declares none, as SVG has them within HTML. Browsers refuse such a file, which is easy to write by hand. */
export const rootScope: Scope = {
  '': svgNamespace,
  xml: 'http://www.w3.org/XML/1998/namespace',
  xlink: xlinkNamespace,
};

/** Returns the namespaces within an element, given those of its parent. */
export function scopeOf(element: XmlElement, outer: Scope): Scope {
  const declared = Object.entries(element.attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [];
  });
  return declared.length === 0 ? outer : { ...outer, ...Object.fromEntries(declared) };
}

/** Resolves the name of an element, or of an attribute, to which the default namespace does not apply. */
export function resolveName(
  qualified: string,
  scope: Scope,
  isAttribute = false,
): { namespace: string | undefined; name: string } {
  const colon = qualified.indexOf(':');
  const prefix = colon === -1 ? '' : qualified.slice(0, colon);
  const name = qualified.slice(colon + 1);
  if (prefix === '' && isAttribute) return { namespace: undefined, name };
  return { namespace: Object.hasOwn(scope, prefix) ? scope[prefix] : '', name };
}
