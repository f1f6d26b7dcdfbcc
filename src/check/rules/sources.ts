import type { Diagnostic } from '../../diagnostics/index.ts';
import { folderOf } from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';

/** Each folder has one text that was written first, and every other is a translation of that one. */
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
    what: `Missing source: ${files.length === 1 ? 'the only text' : 'every text'} of this folder says that it is a translation`,
    why: 'Date and topics are inherited from the text that was written first.',
    fix: 'Put the text it translates beside it, or replace `translates` by `date` and `topics`.',
  };
}

function secondSource(file: EntryFile, source: EntryFile): Diagnostic {
  return {
    file: file.file,
    line: 1,
    column: 1,
    rule: 'article/second-source',
    severity: 'error',
    what: `Unexpected second source, expected a translation of ${source.locale}.md`,
    why: 'An article has one date and one list of topics; two texts that each say their own drift apart.',
    fix: `Replace \`date\`, \`topics\`, \`updated\` and \`draft\` by \`translates: { from: ${source.locale} }\` in one of the two.`,
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
      what: `Unexpected \`from: ${role.from}\`, expected \`${source.locale}\``,
      why: `This article was written first in \`${source.locale}\`; what is compared with another text shows false changes.`,
      fix: `Write \`translates: { from: ${source.locale} }\`.`,
    },
  ];
}

function place({ places }: EntryFile, path: string) {
  return places.get(path) ?? { line: 1, column: 1 };
}
