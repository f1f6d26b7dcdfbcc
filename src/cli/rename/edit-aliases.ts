import { isScalar, isSeq, parseDocument, stringify, type Node, type Pair, type YAMLSeq } from 'yaml';
import { splitText } from '../split-text.ts';

/** The aliases to add to and to remove from front matter. */
interface AliasChange {
  add: string | undefined;
  /** Returns whether an alias is removed. */
  isDropped: (alias: string) => boolean;
}

/**
 * Changes the aliases in the front matter of a file. Comments, quotes and all other bytes stay as they are: only the lines or items
 * of the change are written, in the style of the list.
 */
export function editAliases(text: string, { add, isDropped }: AliasChange): string {
  const { head, yaml, body } = splitText(text);
  const pair = findPair(yaml);
  const list = pair?.value;
  const kept = isSeq(list) ? dropItems(yaml, list, isDropped) : yaml;
  return head + (add === undefined ? kept : addItem(kept, add)) + body;
}

type AliasPair = Pair<Node, Node | null>;

function findPair(yaml: string): AliasPair | undefined {
  const { contents } = parseDocument(yaml, { keepSourceTokens: true });
  if (contents === null || !('items' in contents)) return undefined;
  return (contents.items as AliasPair[]).find(({ key }) => isScalar(key) && key.value === 'aliases');
}

/** Removes items with their comma, or with their line and its comment. */
function dropItems(yaml: string, list: YAMLSeq, isDropped: (alias: string) => boolean): string {
  const isGone = list.items.map((item) => isAlias(item, isDropped));
  if (!isGone.includes(true)) return yaml;
  if (!isGone.includes(false)) return removeAll(yaml, list);
  const lastKept = isGone.lastIndexOf(false);
  const rangeOf = (index: number): [start: number, end: number] => {
    const [start = 0, end = 0] = (list.items[index] as Node | undefined)?.range ?? [];
    return [start, end];
  };
  let edited = yaml;
  for (const index of isGone.keys().toArray().reverse()) {
    if (isGone[index] !== true) continue;
    const [start, end] = rangeOf(index);
    if (list.flow !== true) {
      const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
      edited = edited.slice(0, lineStart) + edited.slice(endOfLine(yaml, end));
    } else if (index < lastKept) edited = edited.slice(0, start) + edited.slice(rangeOf(index + 1)[0]);
    // The items after the last one that stays go together with the comma after that one.
    else if (index === lastKept + 1)
      edited = edited.slice(0, rangeOf(lastKept)[1]) + edited.slice(rangeOf(isGone.length - 1)[1]);
  }
  return edited;
}

function isAlias(item: unknown, isWanted: (alias: string) => boolean): boolean {
  return isScalar(item) && isWanted(String(item.value));
}

/** Empties a list of which nothing remains. A block list becomes the empty `[]` of its key. */
function removeAll(yaml: string, list: YAMLSeq): string {
  const [start = 0, end = 0] = list.range ?? [];
  if (list.flow === true) return `${yaml.slice(0, start)}[]${yaml.slice(end)}`;
  const before = yaml.slice(0, start).replace(/\s+$/, '');
  return `${before} []${eolOf(yaml)}${yaml.slice(endOfLine(yaml, end - 1))}`;
}

function addItem(yaml: string, alias: string): string {
  const pair = findPair(yaml);
  const eol = eolOf(yaml);
  const item = stringify(alias, { singleQuote: true, defaultStringType: 'PLAIN' }).trim();
  if (pair === undefined) {
    const separator = yaml === '' || /[\r\n]$/.test(yaml) ? '' : eol;
    return `${yaml}${separator}aliases: [${item}]${eol}`;
  }
  const list = pair.value;
  if (!isSeq(list)) {
    const end = pair.key.range?.[1] ?? 0;
    const colon = yaml.indexOf(':', end) + 1;
    return `${yaml.slice(0, colon)} [${item}]${yaml.slice(colon)}`;
  }
  if (list.items.some((each) => isAlias(each, (known) => known === alias))) return yaml;
  const last = list.items.at(-1) as Node | undefined;
  const [start = 0, end = 0] = last?.range ?? [];
  if (last === undefined) {
    const inside = (list.range?.[0] ?? 0) + 1;
    return `${yaml.slice(0, inside)}${item}${yaml.slice(yaml.indexOf(']', inside))}`;
  }
  if (list.flow === true) return `${yaml.slice(0, end)}, ${item}${yaml.slice(end)}`;
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
  const dash = yaml.slice(lineStart, start);
  const lineEnd = endOfLine(yaml, end);
  const isClosed = /[\r\n]$/.test(yaml.slice(0, lineEnd));
  return `${yaml.slice(0, lineEnd)}${isClosed ? '' : eol}${dash}${item}${eol}${yaml.slice(lineEnd)}`;
}

/** Returns the offset after the line ending that follows an offset. */
function endOfLine(text: string, offset: number): number {
  const found = /\r\n?|\n/g;
  found.lastIndex = offset;
  const match = found.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}

function eolOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
