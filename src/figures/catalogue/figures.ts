import { scaleLinear } from 'd3-scale';
import { createPsVsTop } from '../ps-vs-top/figure.ts';
import { loadWords as loadPsVsTopWords } from '../ps-vs-top/words.ts';
import { createSilentVoicemail } from '../silent-voicemail/figure.ts';
import { loadWords as loadVoicemailWords } from '../silent-voicemail/words.ts';
import type { Figures } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';

/** Every figure that a text in this language can place, by name. Throws where one has no words in it. */
export async function loadFigures(locale: string): Promise<Figures> {
  const [psVsTop, voicemail] = await Promise.all([loadPsVsTopWords(locale), loadVoicemailWords(locale)]);
  return {
    'ps-vs-top': createPsVsTop(psVsTop, createScale),
    'silent-voicemail': createSilentVoicemail(voicemail, createScale),
  };
}

const createScale: CreateScale = (domain, range) => scaleLinear(domain, range);
