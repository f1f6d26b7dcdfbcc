import { isHangul, matchSound, mayBeLoanword, singularsOf, soundKeys } from '../../../korean/index.ts';
import type { LexiconTerm } from '../../contract/index.ts';
import { termsByLikeSound } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import { qualities } from './alternative.ts';
import type { Form } from './word-forms.ts';

/**
 * Returns the terms in the other script that sound like a word, best first: Docker for 도커.
 *
 * @param forms the word, and the word without each josa that it may end in
 */
export async function soundAlikes(forms: readonly string[], reader: IndexReader): Promise<Form[]> {
  const found = await Promise.all(
    forms
      .filter((form) => form.length > 1 && (isHangul(form) || /^[a-z]{3,}$/.test(form)))
      .map(async (form) => {
        const keys = isHangul(form) ? soundKeys(form) : singularsOf(form).flatMap(soundKeys);
        return alikesOf(form, await termsByLikeSound(form, [...new Set(keys)], reader));
      }),
  );
  const all = found.flat().sort((one, other) => other.quality - one.quality || other.texts - one.texts);
  const best = all[0]?.quality ?? 0;
  return all.filter(({ quality }) => quality >= sameSound * best).slice(0, maxAlikes);
}

/** Returns the terms in the other script that are certainly the same word, which texts may have beside it: docker beside 도커. */
export async function sameInOtherScript(word: string, reader: IndexReader): Promise<Form[]> {
  if (isHangul(word) && !mayBeLoanword(word)) return [];
  const alikes = await soundAlikes([word], reader);
  return alikes.filter(
    ({ term, quality }) =>
      quality >= qualities.sound * sureLikeness ** doubt &&
      (isHangul(word) || term.length >= shortestLoanword),
  );
}

/** Shorter Hangul is often a native word that sounds like a Latin one by chance: 버리 and barley. */
const shortestLoanword = 3;

/** The least likeness of sounds that is no coincidence. */
const sureLikeness = 0.94;

/** Terms with at least this share of the best quality may be meant, too: closure beside clojure. */
const sameSound = 0.6;

const maxAlikes = 3;

/** A power by which a reading that is not quite alike stays so uncertain that typos are corrected, too: 덴미크 is 덴마크, not Denmark. */
const doubt = 6;

function alikesOf(word: string, terms: readonly LexiconTerm[]): Form[] {
  return terms.flatMap(({ term, texts }) => {
    const [hangul, latin] = isHangul(word) ? [word, term] : [term, word];
    const likeness = Math.max(...singularsOf(latin).map((each) => matchSound(hangul, each)));
    return likeness === 0 ? [] : [{ term, texts, quality: qualities.sound * likeness ** doubt }];
  });
}
