import type { Diagnostic } from '../../diagnostics/index.ts';
import { folderOf } from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';

/** Reports folders without exactly one source, and translations that name another source. */
export const checkSources: Rule = ({ content }) => {
  const unreadable = new Set(content.unreadable.map(folderOf));
  const folders = Map.groupBy(content.entries, folderOf);
  return [...folders].flatMap(([folder, files]) => checkFolder(files, unreadable.has(folder)));
};

function checkFolder(files: readonly EntryFile[], isPartial: boolean): Diagnostic[] {
  const sources = files.filter(({ entry }) => entry.role.type === 'source');
  const [source, ...others] = sources;
  if (source === undefined)
    return isPartial ? [] : files.slice(0, 1).map((file) => withoutSource(file, files));
  return [
    ...others.map((other) => secondSource(other, source)),
    ...files.flatMap((file) => checkTranslation(file, source)),
  ];
}

function withoutSource(file: EntryFile, files: readonly EntryFile[]): Diagnostic {
  return {
    file: file.file,
    ...place(file, 'translates'),
    rule: 'article/without-source',
    severity: 'error',
    what: `No source: ${files.length === 1 ? 'the only text' : 'every text'} of this folder is marked as a translation`,
    why: 'Translations inherit date and topics from the source, the text that was written first.',
    fix: 'Add the source to the folder, or replace `translates` with `date` and `topics`.',
  };
}

function secondSource(file: EntryFile, source: EntryFile): Diagnostic {
  return {
    file: file.file,
    line: 1,
    column: 1,
    rule: 'article/second-source',
    severity: 'error',
    what: `A second source in one folder: ${source.locale}.md is a source, too`,
    why: 'An article has one date and one list of topics, set in its source; all other texts are translations of it.',
    fix: `In this file, replace \`date\`, \`topics\`, \`updated\` and \`draft\` with \`translates: { from: ${source.locale} }\`. If ${source.locale}.md is the translation, do so there with \`from: ${file.locale}\`.`,
  };
}

function checkTranslation(file: EntryFile, source: EntryFile): Diagnostic[] {
  const { role } = file.entry;
  if (role.type === 'source' || role.from === source.locale) return [];
  return [
    {
      file: file.file,
      ...place(file, 'translates.from'),
      rule: 'article/wrong-source',
      severity: 'error',
      what: `Wrong source \`from: ${role.from}\`: the source of this article is ${source.locale}.md`,
      why: 'The translation would be compared with the wrong text and seem to be out of date.',
      fix: `Write \`translates: { from: ${source.locale} }\`.`,
    },
  ];
}

function place({ places }: EntryFile, path: string) {
  return places.get(path) ?? { line: 1, column: 1 };
}
