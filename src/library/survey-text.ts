import type { Root } from 'mdast';
import { crashDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import {
  findAddresses,
  findLeftovers,
  parseMarkdown,
  surveyMarkdown,
  type AddressPlace,
  type FoundLeftover,
  type Survey,
} from '../markdown/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** The facts about a text that need no rendering, as plain data. They depend on the body alone. */
export interface TextSurvey extends Survey {
  /** Whether the file has only front matter and blank lines. */
  isEmpty: boolean;
  leftovers: readonly FoundLeftover[];
  /** Places of the addresses of links and images in the body, in order. */
  addresses: readonly AddressPlace[];
}

/** A text as it is parsed. Rendering or linting changes the tree. */
export interface ParsedText {
  tree: Root;
  survey: TextSurvey;
}

/** Parses and surveys the text of an entry. */
export type ParseText = (entry: EntryFile) => ParsedText;

export const parseText: ParseText = ({ body }) => {
  const tree = parseMarkdown(body);
  return { tree, survey: toTextSurvey(tree, surveyMarkdown(tree)) };
};

/**
 * Returns a function that parses each entry only once, for deriving several libraries from the same entries. Their texts share
 * trees, so none may be rendered or linted while a library still needs them.
 */
export function createParser(parse = parseText): ParseText {
  const parsed = new Map<EntryFile, ParsedText>();
  return (file) => {
    const text = parsed.get(file) ?? parse(file);
    parsed.set(file, text);
    return text;
  };
}

/** Completes the survey of a tree that has not been rendered. */
export function toTextSurvey(tree: Root, survey: Survey): TextSurvey {
  return {
    ...survey,
    isEmpty: tree.children.length === 0,
    leftovers: findLeftovers(tree),
    addresses: findAddresses(tree, tree.data?.source ?? ''),
  };
}

/** Parses and surveys an entry. Returns a diagnostic if that is impossible. */
export function surveyEntry(entry: EntryFile, parse = parseText): TextSurvey | Diagnostic {
  try {
    return parse(entry).survey;
  } catch (error) {
    return crashDiagnostic(error, entry.file);
  }
}
