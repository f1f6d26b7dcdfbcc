import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** What stands in a node the same in whatever language it is written: code, numbers, addresses. In the order of the text. */
export function factsOf(node: RootContent): string[] {
  const facts: string[] = [];
  visit(node as Nodes, (each) => {
    switch (each.type) {
      case 'text':
        facts.push(...(each.value.match(numbers) ?? []));
        break;
      case 'inlineCode':
      case 'code':
      case 'html':
        facts.push(each.value);
        break;
      case 'link':
      case 'image':
        facts.push(languageFree(each.url));
        break;
      case 'leafDirective':
        facts.push(
          ...Object.entries(each.attributes ?? {})
            .flatMap(toFact)
            .sort(),
        );
        break;
      case 'footnoteReference':
        facts.push(`[^${each.identifier}]`);
        break;
      default:
    }
  });
  return facts;
}

/** What is said of a figure: which it is, and how it is shown. */
function toFact([key, value]: [string, string | null | undefined]): string[] {
  return key === 'id' ? [] : [`::${key}=${value ?? ''}`];
}

/** A number with its decimals, as both languages write it. */
const numbers = /\d+(?:[.,:]\d+)*/g;

/** An address without the language that it names, and without the place in the text there, which is called after a heading. */
function languageFree(url: string): string {
  return url.replace(/(^|\/)[a-z]{2}(?=\/|\.md)/, '$1').replace(/#.*$/s, '#');
}
