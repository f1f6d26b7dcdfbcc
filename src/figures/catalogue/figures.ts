import { scaleLinear } from 'd3-scale';
import { createPsVsTop } from '../ps-vs-top/figure.ts';
import { loadWords as loadPsVsTopWords } from '../ps-vs-top/words.ts';
import { createSilentVoicemail } from '../silent-voicemail/figure.ts';
import { loadWords as loadVoicemailWords } from '../silent-voicemail/words.ts';
import type { Figures } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { loadStageWords } from '../stage/words.ts';

/** What loads the words of each folder of figures in a language, and throws where there are none. */
const words = {
  stage: loadStageWords,
  'ps-vs-top': loadPsVsTopWords,
  'silent-voicemail': loadVoicemailWords,
};

/** Every figure that a text in this language can place, by name; nothing where one lacks words in it. */
export async function findFigures(locale: string): Promise<Figures | undefined> {
  return (await listMissingWords(locale)).length === 0 ? loadFigures(locale) : undefined;
}

/** The files of words that figures lack in this language, by their paths in the project. */
export async function listMissingWords(locale: string): Promise<string[]> {
  const folders = await Promise.all(
    Object.entries(words).map(async ([folder, load]) => {
      const isThere = await load(locale).then(
        () => true,
        () => false,
      );
      return isThere ? [] : [`src/figures/${folder}/words/${locale}.ts`];
    }),
  );
  return folders.flat();
}

async function loadFigures(locale: string): Promise<Figures> {
  const [stage, psVsTop, voicemail] = await Promise.all([
    words.stage(locale),
    words['ps-vs-top'](locale),
    words['silent-voicemail'](locale),
  ]);
  return {
    'ps-vs-top': createPsVsTop(psVsTop, stage, createScale),
    'silent-voicemail': createSilentVoicemail(voicemail, stage, createScale),
  };
}

const createScale: CreateScale = (domain, range) => scaleLinear(domain, range);
