import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { listFiles, writeFiles } from '../sites/run.ts';
import {
  addArticle,
  addBlock,
  appendBlock,
  deleteArticle,
  editTitle,
  editTopics,
  editWord,
  listGenerated,
  listTexts,
  localesOf,
  removeLinksTo,
  renameArticle,
  replaceIn,
} from './edit-content.ts';
import { addLinkByName, editAliases, editSeries } from './edit-names.ts';
import { addAttachment, changeAttachment, removeAttachment } from './edit-attachments.ts';
import { editLogo, editSettings, editTerms, editTopicList } from './edit-settings.ts';
import type { Random } from './random.ts';
import { name, noun } from './words.ts';

/** A copy of the project in which everything may be edited. */
export interface EditedProject {
  folder: string;
  /** The time of its builds, in seconds since 1970. */
  now: number;
}

/** Makes a change and describes it, or returns `undefined` if there is nothing to change in this way. */
type Edit = (project: EditedProject, random: Random) => string | undefined | Promise<string | undefined>;

/** All kinds of edits, some more than once because they are more frequent. */
const edits: readonly Edit[] = [
  onContent(editWord),
  onContent(editWord),
  onContent(addBlock),
  onContent(addBlock),
  onContent(editTitle),
  onContent(editTopics),
  onContent(addArticle),
  onContent(deleteSome),
  onContent(renameSome),
  onContent(addLink),
  onContent(removeLink),
  onContent(addNamedLink),
  onContent(addNamedLink),
  onContent(editAliases),
  onContent(editSeries),
  onContent(editAliases),
  onContent(removeTranslation),
  onContent(addTranslation),
  onContent(toggleDraft),
  onContent(removeSyncFile),
  onContent(editTerms),
  onContent(editTopicList),
  onContent(editSettings),
  onContent(editLogo),
  onContent(addAttachment),
  onContent(addAttachment),
  onContent(changeAttachment),
  onContent(changeAttachment),
  onContent(removeAttachment),
  editPublicFile,
  editSource,
  editDate,
  passTime,
  passTime,
  damageOutput,
  () => 'nothing',
];

/** Makes a random edit of a project, and returns what was changed. */
export async function editAtRandom(project: EditedProject, random: Random): Promise<string> {
  for (;;) {
    const changed = await random.pick(edits)(project, random);
    if (changed !== undefined) return changed;
  }
}

function onContent(
  edit: (content: string, random: Random) => string | undefined | Promise<string | undefined>,
): Edit {
  return ({ folder }, random) => edit(path.join(folder, 'content'), random);
}

function deleteSome(content: string, random: Random): string | undefined {
  const slugs = listGenerated(content);
  return slugs.length < 5 ? undefined : deleteArticle(content, random.pick(slugs));
}

function renameSome(content: string, random: Random): string {
  return renameArticle(content, random, random.pick(listGenerated(content)));
}

function addLink(content: string, random: Random): string | undefined {
  const slugs = listGenerated(content);
  const published = slugs.filter((slug) => isPublished(content, slug));
  if (published.length === 0) return undefined;
  const [from, to] = [random.pick(slugs), random.pick(published)];
  const file = `articles/${from}/${random.pick(localesOf(content, from))}.md`;
  appendBlock(content, file, `[${noun(random).en}](../${to}/)`);
  return `a link from ${file} to ${to}`;
}

function addNamedLink(content: string, random: Random): string | undefined {
  return addLinkByName(content, random, (slug) => isPublished(content, slug));
}

function removeLink(content: string, random: Random): string | undefined {
  const link = /\[([^\]]*)\]\(\.\.\/[^)#]*\)/;
  const files = listTexts(content).filter((file) =>
    link.test(readFileSync(path.join(content, file), 'utf8')),
  );
  if (files.length === 0) return undefined;
  const file = random.pick(files);
  replaceIn(content, file, link, '$1');
  return `a link of ${file}, removed`;
}

function removeTranslation(content: string, random: Random): string | undefined {
  const slugs = listGenerated(content).filter((slug) => localesOf(content, slug).length === 2);
  if (slugs.length === 0) return undefined;
  const slug = random.pick(slugs);
  const file = `articles/${slug}/${translationOf(content, slug)}.md`;
  // Kept where no build reads it, for `addTranslation`.
  writeFiles(content, { [`../translations/${numberOf(slug)}`]: readFileSync(path.join(content, file)) });
  rmSync(path.join(content, file));
  return `${file}, removed`;
}

function addTranslation(content: string, random: Random): string | undefined {
  const kept = (slug: string): string => path.join(content, '../translations', numberOf(slug));
  const slugs = listGenerated(content).filter(
    (slug) => localesOf(content, slug).length === 1 && existsSync(kept(slug)),
  );
  if (slugs.length === 0) return undefined;
  const slug = random.pick(slugs);
  const file = `articles/${slug}/${localesOf(content, slug)[0] === 'ko' ? 'en' : 'ko'}.md`;
  // Articles that it links to, and its pictures, may be gone by now.
  const text = readFileSync(kept(slug), 'utf8')
    .replace(/!?\[([^\]]*)\]\(\.{1,2}\/[^)]*\)/g, '$1')
    .replace(/\[\[([^\]]*)\]\]/g, '$1');
  writeFiles(content, { [file]: text });
  return `${file}, added`;
}

function toggleDraft(content: string, random: Random): string {
  const slug = random.pick(listGenerated(content));
  const file = `articles/${slug}/${sourceOf(content, slug)}.md`;
  const isDraft = readFileSync(path.join(content, file), 'utf8').includes('\ndraft: true\n');
  if (isDraft) replaceIn(content, file, /^draft: true\n/m, '');
  else replaceIn(content, file, /^date: /m, 'draft: true\ndate: ');
  // A link to a draft is an error.
  removeLinksTo(content, slug);
  return `the draft flag of ${file}`;
}

function removeSyncFile(content: string, random: Random): string | undefined {
  const files = listFiles(content).filter((file) => file.endsWith('.sync.yaml'));
  if (files.length === 0) return undefined;
  const file = random.pick(files);
  rmSync(path.join(content, file));
  return `${file}, removed`;
}

function editPublicFile({ folder }: EditedProject, random: Random): string {
  const file = `public/file-${random.below(3)}.txt`;
  const isRemoved = existsSync(path.join(folder, file)) && random.below(2) === 0;
  if (isRemoved) rmSync(path.join(folder, file));
  else writeFiles(folder, { [file]: `${name(random).ko}\n` });
  return `${file}, ${isRemoved ? 'removed' : 'written'}`;
}

/** A change of code that affects the output: replaces the first text by the second, or the second by the first. */
const sourceEdits: readonly (readonly [file: string, first: string, second: string])[] = [
  ['src/markdown/gfm.ts', "'div.table'", "'section.table'"],
  ['src/markdown/diagram/graph/draw.ts', 'const margin = 8;', 'const margin = 9;'],
  ['src/search/build/morphology.ts', '(?:VV|VA|', '(?:VA|'],
  ['src/figures/silent-voicemail/ladder/background.ts', 'const top = 24;', 'const top = 25;'],
  ['src/svg/allowed.ts', "'path', 'rect',", "'path',"],
];

function editSource({ folder }: EditedProject, random: Random): string {
  const kind = random.below(3);
  if (kind === 0) {
    const sheets = readdirSync(path.join(folder, 'src/styles')).filter((file) => file.endsWith('.css'));
    const sheet = `src/styles/${random.pick(sheets.sort())}`;
    const text = readFileSync(path.join(folder, sheet), 'utf8');
    writeFiles(folder, {
      [sheet]: `${text}\n.x${random.below(1_000)} {\n  order: ${random.below(100)};\n}\n`,
    });
    return `a rule in ${sheet}`;
  }
  if (kind === 1) {
    const dictionary = `src/locale/dictionaries/${random.pick(['ko', 'en'])}.ts`;
    const lines = readFileSync(path.join(folder, dictionary), 'utf8').split('\n');
    const strings = lines.flatMap((line, index) => (/^ {2}\w+: '[^'\\]+',$/.test(line) ? [index] : []));
    const at = random.pick(strings);
    lines[at] = (lines[at] ?? '').replace(/',$/, ` ${name(random).ko}',`);
    writeFiles(folder, { [dictionary]: lines.join('\n') });
    return `a string in ${dictionary}:${at + 1}`;
  }
  const [file, first, second] = random.pick(sourceEdits);
  const text = readFileSync(path.join(folder, file), 'utf8');
  const [from, to] = text.includes(first) ? [first, second] : [second, first];
  if (!text.includes(from))
    throw new Error(`${file} contains neither ${first} nor ${second}: correct the table of edits`);
  writeFiles(folder, { [file]: text.replace(from, to) });
  return `${to} in ${file}`;
}

/** Dates an article within a few days of now: one in the future is published when its day has come. */
function editDate({ folder, now }: EditedProject, random: Random): string {
  const content = path.join(folder, 'content');
  const slug = random.pick(listGenerated(content));
  const file = `articles/${slug}/${sourceOf(content, slug)}.md`;
  const date = new Date((now + (random.below(7) - 3) * 86_400) * 1_000).toISOString().slice(0, 10);
  replaceIn(content, file, /^date: .*$/m, `date: ${date}`);
  // A link to an article that is not published yet is an error.
  removeLinksTo(content, slug);
  return `date ${date} in ${file}`;
}

function passTime(project: EditedProject, random: Random): string {
  const hours = 1 + random.below(72);
  project.now += hours * 3_600;
  return `${hours} hours later`;
}

/** Removes or overwrites a file of the built site, as another program might. */
function damageOutput({ folder }: EditedProject, random: Random): string | undefined {
  const output = path.join(folder, 'dist');
  const file = random.pick(listFiles(output).filter((name) => !name.startsWith('.')));
  const isRemoved = random.below(2) === 0;
  if (isRemoved) rmSync(path.join(output, file));
  else writeFiles(output, { [file]: 'overwritten' });
  return `dist/${file}, ${isRemoved ? 'removed' : 'overwritten'}`;
}

/** Returns whether an article can be linked to: it is no draft, and was generated with its date, which is past. */
function isPublished(content: string, slug: string): boolean {
  const source = readFileSync(path.join(content, 'articles', slug, `${sourceOf(content, slug)}.md`), 'utf8');
  return !source.includes('\ndraft: true\n') && /^date: 20(?:1\d|2[0-5])-/m.test(source);
}

function sourceOf(content: string, slug: string): string {
  return localesOf(content, slug).find((locale) => !isTranslation(content, slug, locale)) ?? '';
}

function translationOf(content: string, slug: string): string {
  return localesOf(content, slug).find((locale) => isTranslation(content, slug, locale)) ?? '';
}

function isTranslation(content: string, slug: string, locale: string): boolean {
  return /^translates: /m.test(readFileSync(path.join(content, 'articles', slug, `${locale}.md`), 'utf8'));
}

/** Returns the number of a generated article, which a renamed article keeps. */
function numberOf(slug: string): string {
  return /\d+$/.exec(slug)?.[0] ?? '';
}
