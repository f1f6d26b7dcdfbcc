import type { Nodes, RootContent } from 'mdast';
import { parseWikilink } from '../../model/index.ts';
import { visit } from '../../tree/index.ts';
import { blankWords } from '../math/words.ts';

/** Returns the parts of a node that are the same in every language (code, formulas without their words, numbers, addresses), in order. */
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
      case 'math':
      case 'inlineMath':
        facts.push(blankWords(each.value).replace(/\s+/g, ' ').trim());
        break;
      case 'link':
      case 'image':
        facts.push(withoutLanguage(nameOf(each.url) ?? each.url));
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

/** Returns an attribute of a figure as a fact. Ids are excluded: they may differ between languages. */
function toFact([key, value]: [string, string | null | undefined]): string[] {
  return key === 'id' ? [] : [`::${key}=${value ?? ''}`];
}

/** A number, with decimals and separators. */
const numbers = /\d+(?:[.,:]\d+)*/g;

/** Returns a link by name without its words, which differ between languages. */
function nameOf(url: string): string | undefined {
  const wikilink = parseWikilink(url);
  return wikilink && `[[${wikilink.name.toLowerCase()}]]`;
}

/** Removes the language and the fragment from an address: both differ between translations. */
function withoutLanguage(url: string): string {
  return url.replace(/(^|\/)[a-z]{2}(?=\/|\.md)/, '$1').replace(/#.*$/s, '#');
}
