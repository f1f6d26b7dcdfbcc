import type { Diagnostic } from '../diagnostics/index.ts';
import { createLibrary, renderText, type Library } from '../library/index.ts';
import { readContent, todayAt, type ContentFolders } from '../sources/index.ts';
import type { Rule } from './rule.ts';
import { checkAlignment } from './rules/alignment.ts';
import { checkAnchors } from './rules/anchors.ts';
import { checkComments } from './rules/comments.ts';
import { checkDictionaries } from './rules/dictionaries.ts';
import { checkGlossary } from './rules/glossary.ts';
import { checkImages } from './rules/images.ts';
import { checkLinks } from './rules/links.ts';
import { checkLostAnchors } from './rules/lost-anchors.ts';
import { checkPairedHeadings } from './rules/paired-headings.ts';
import { checkOutdated } from './rules/outdated.ts';
import { checkSources } from './rules/sources.ts';
import { checkTexts } from './rules/texts.ts';
import { checkTopics } from './rules/topics.ts';
import { checkTranslations } from './rules/translations.ts';
import { checkUnfinished } from './rules/unfinished.ts';
import { reviewTranslations, type ReviewedTranslation } from './translations.ts';

const rules: readonly Rule[] = [
  checkSources,
  checkTopics,
  checkAnchors,
  checkPairedHeadings,
  checkLostAnchors,
  checkImages,
  checkTexts,
  checkTranslations,
  checkOutdated,
  checkUnfinished,
  checkAlignment,
  checkComments,
  checkGlossary,
];

/** What is wrong with a library, short of rendering it: what was found in reading it, and what each rule finds. */
export async function checkLibrary(library: Library): Promise<Diagnostic[]> {
  return [
    ...library.content.diagnostics,
    ...(await checkDictionaries(library)),
    ...(await checkLinks(library)),
    ...rules.flatMap((rule) => rule(library)),
  ];
}

/** What there is to tell of the content of a site. */
export interface CheckedContent {
  /** Everything wrong with it. */
  diagnostics: Diagnostic[];
  translations: ReviewedTranslation[];
}

/** Look over all content of a site: everything wrong with it, and how its translations stand. */
export async function checkContent(folders: ContentFolders, now: Date): Promise<CheckedContent> {
  const content = await readContent(folders);
  const library = createLibrary(content, todayAt(now, content.site));
  const diagnostics = await checkLibrary(library);
  for (const text of library.texts) diagnostics.push(...(await renderText(text)).diagnostics);
  return { diagnostics, translations: reviewTranslations(library) };
}
