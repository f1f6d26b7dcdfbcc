import { scaleLinear } from 'd3-scale';
import { createChildcareDay } from '../childcare-day/figure.ts';
import { loadWords as loadChildcareDayWords } from '../childcare-day/words.ts';
import { createChildcareFee } from '../childcare-fee/figure.ts';
import { loadWords as loadChildcareFeeWords } from '../childcare-fee/words.ts';
import { createPsVsTop } from '../ps-vs-top/figure.ts';
import { loadWords as loadPsVsTopWords } from '../ps-vs-top/words.ts';
import { createSilentVoicemail } from '../silent-voicemail/figure.ts';
import { loadWords as loadVoicemailWords } from '../silent-voicemail/words.ts';
import type { Figures } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { loadStageWords } from '../stage/words.ts';

/** Loads the strings of each folder in a language, and rejects if it has no file for that language. */
const wordLoaders = {
  stage: loadStageWords,
  'ps-vs-top': loadPsVsTopWords,
  'silent-voicemail': loadVoicemailWords,
  'childcare-fee': loadChildcareFeeWords,
  'childcare-day': loadChildcareDayWords,
};

/** Returns the figures that a text in this language can place, by name: those whose strings exist in it. */
export async function findFigures(locale: string): Promise<Figures> {
  const missing = await listFoldersWithout(locale);
  if (missing.includes('stage')) return {};
  const stage = await wordLoaders.stage(locale);
  const names = Object.keys(creators).filter((name) => !missing.includes(name)) as (keyof typeof creators)[];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await creators[name](locale, stage)] as const)),
  );
}

/** Lists the string files that the figures of these names lack in this language, as paths in the repository. Ignores unknown names. */
export async function listMissingWords(locale: string, names: Iterable<string>): Promise<string[]> {
  const used = new Set(names);
  const isUsed = (folder: string): boolean =>
    folder === 'stage' ? Object.keys(creators).some((name) => used.has(name)) : used.has(folder);
  return (await listFoldersWithout(locale))
    .filter(isUsed)
    .map((folder) => `src/figures/${folder}/words/${locale}.ts`);
}

async function listFoldersWithout(locale: string): Promise<string[]> {
  const folders = await Promise.all(
    Object.entries(wordLoaders).map(async ([folder, load]) =>
      load(locale).then(
        () => [],
        () => [folder],
      ),
    ),
  );
  return folders.flat();
}

type StageWords = Awaited<ReturnType<typeof loadStageWords>>;

/** Creates each figure with its strings in a language. */
const creators = {
  'ps-vs-top': async (locale: string, stage: StageWords) =>
    createPsVsTop(await loadPsVsTopWords(locale), stage, createScale),
  'silent-voicemail': async (locale: string, stage: StageWords) =>
    createSilentVoicemail(await loadVoicemailWords(locale), stage, createScale),
  'childcare-fee': async (locale: string, stage: StageWords) =>
    createChildcareFee(await loadChildcareFeeWords(locale), stage, createScale),
  'childcare-day': async (locale: string, stage: StageWords) =>
    createChildcareDay(await loadChildcareDayWords(locale), stage, createScale),
};

const createScale: CreateScale = (domain, range) => scaleLinear(domain, range);
