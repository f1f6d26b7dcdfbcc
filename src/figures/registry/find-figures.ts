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

/** Returns every figure that a text in this language can place, by name, or `undefined` if strings of any figure are missing in it. */
export async function findFigures(locale: string): Promise<Figures | undefined> {
  return (await listMissingWords(locale)).length === 0 ? loadFigures(locale) : undefined;
}

/** Lists the string files that figures lack in this language, as paths in the repository. */
export async function listMissingWords(locale: string): Promise<string[]> {
  const folders = await Promise.all(
    Object.entries(wordLoaders).map(async ([folder, load]) => {
      const isPresent = await load(locale).then(
        () => true,
        () => false,
      );
      return isPresent ? [] : [`src/figures/${folder}/words/${locale}.ts`];
    }),
  );
  return folders.flat();
}

async function loadFigures(locale: string): Promise<Figures> {
  const [stage, psVsTop, voicemail, childcareFee, childcareDay] = await Promise.all([
    wordLoaders.stage(locale),
    wordLoaders['ps-vs-top'](locale),
    wordLoaders['silent-voicemail'](locale),
    wordLoaders['childcare-fee'](locale),
    wordLoaders['childcare-day'](locale),
  ]);
  return {
    'ps-vs-top': createPsVsTop(psVsTop, stage, createScale),
    'silent-voicemail': createSilentVoicemail(voicemail, stage, createScale),
    'childcare-fee': createChildcareFee(childcareFee, stage, createScale),
    'childcare-day': createChildcareDay(childcareDay, stage, createScale),
  };
}

const createScale: CreateScale = (domain, range) => scaleLinear(domain, range);
