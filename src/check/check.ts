import { crashDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { Library } from '../library/index.ts';
import type { Rule } from './rule.ts';
import { checkAliases } from './rules/aliases.ts';
import { checkAlignment } from './rules/alignment.ts';
import { checkAnchors } from './rules/anchors.ts';
import { checkComments } from './rules/comments.ts';
import { checkDictionaries } from './rules/dictionaries.ts';
import { checkGlossary } from './rules/glossary.ts';
import { checkHeadingLevels } from './rules/heading-levels.ts';
import { checkIdentity } from './rules/identity.ts';
import { checkImages } from './rules/images.ts';
import { checkLeftovers } from './rules/leftovers.ts';
import { checkLinks } from './rules/links.ts';
import { checkLostAnchors } from './rules/lost-anchors.ts';
import { checkPairedHeadings } from './rules/paired-headings.ts';
import { checkOutdated } from './rules/outdated.ts';
import { checkRedirects } from './rules/redirects.ts';
import { checkSeries } from './rules/series.ts';
import { checkSources } from './rules/sources.ts';
import { checkEmptyTexts } from './rules/empty-texts.ts';
import { checkToDo } from './rules/to-do.ts';
import { checkTopics } from './rules/topics.ts';
import { checkSettingsTexts } from './rules/settings-texts.ts';
import { checkUnfinished } from './rules/unfinished.ts';

const rules: readonly Rule[] = [
  checkSources,
  checkTopics,
  checkSeries,
  checkAliases,
  checkRedirects,
  checkAnchors,
  checkPairedHeadings,
  checkHeadingLevels,
  checkLostAnchors,
  checkImages,
  checkEmptyTexts,
  checkToDo,
  checkLeftovers,
  checkSettingsTexts,
  checkIdentity,
  checkOutdated,
  checkUnfinished,
  checkAlignment,
  checkComments,
  checkGlossary,
];

/** Returns the diagnostics of reading the content and of every rule. Texts are not rendered. */
export async function checkLibrary(library: Library): Promise<Diagnostic[]> {
  const diagnostics = [...library.content.diagnostics];
  for (const rule of [checkDictionaries, checkLinks, ...rules])
    diagnostics.push(...(await applyRule(rule, library)));
  return diagnostics;
}

type AnyRule = (library: Library) => Diagnostic[] | Promise<Diagnostic[]>;

/** Applies a rule. If it throws, reports the first text on which it throws alone. */
async function applyRule(rule: AnyRule, library: Library): Promise<Diagnostic[]> {
  try {
    return await rule(library);
  } catch (error) {
    const file = await findFailing(rule, library);
    return [crashDiagnostic(error, file ?? library.content.files.site.name)];
  }
}

async function findFailing(rule: AnyRule, library: Library): Promise<string | undefined> {
  for (const text of library.texts) {
    const content = { ...library.content, entries: [text.file] };
    try {
      await rule({ ...library, content, texts: [text] });
    } catch {
      return text.file.file;
    }
  }
  return undefined;
}
