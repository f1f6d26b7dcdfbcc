/** An analysis of a written word as an inflected verb or adjective. */
export interface Inflection {
  stem: string;
  /** The ending in its regular form: `아서` in `빨라서`. A final consonant it adds to the stem is a separate jamo: `ㄴ` in `만든`. */
  ending: string;
}

/**
 * Finds the stems whose inflected form ends in the last syllable of `written`, if the ending changed that syllable: by contraction, or
 * because the stem is irregular. The results include stems that don't exist; filter them with a lexicon.
 *
 * @param after the rest of the word
 * @example
 * findInflections('만든', '') // [{ stem: '만드', ending: 'ㄴ' }, { stem: '만들', ending: 'ㄴ' }]
 * findInflections('빨', '라서') // [{ stem: '빠르', ending: '아서' }]
 */
export function findInflections(written: string, after: string): Inflection[] {
  if (!/[가-힣]$/.test(written)) return [];
  const [initial = '', vowel = '', final = ''] = written.slice(-1).normalize('NFD');
  const at: Place = { head: written.slice(0, -1), initial, vowel, final, after };
  return rules.flatMap((rule) => rule(at)).filter(({ stem, ending }) => stem + ending !== written + after);
}

/** The last syllable of a possible stem, and the rest of the word. */
interface Place {
  head: string;
  initial: string;
  vowel: string;
  /** Final consonant of the syllable; empty if it has none. */
  final: string;
  after: string;
}

/** Each function inverts a rule of the orthography (한글 맞춤법): from the written form to the stem. */
const rules: readonly ((at: Place) => Inflection[])[] = [
  withFinalOfEnding,
  withoutL,
  contracted,
  withoutEu,
  withoutS,
  withLForD,
  withUForB,
  withoutH,
  withDoubledL,
];

/** Final consonants that are the start of an ending, as separate jamo. 가다: 간, 갈, 감, 갑니다. */
const endingFinals: Readonly<Record<string, string>> = { ᆫ: 'ㄴ', ᆯ: 'ㄹ', ᆷ: 'ㅁ', ᆸ: 'ㅂ' };

function withFinalOfEnding({ head, initial, vowel, final, after }: Place): Inflection[] {
  const begun = endingFinals[final];
  return begun === undefined ? [] : [{ stem: head + compose(initial, vowel), ending: begun + after }];
}

/** 제18항 1: a stem loses its ㄹ before ㄴ, ㅂ, 시 and 오, but not before ㅁ. 만들다: 만드는, 만든, 만듭니다, 만듦. */
function withoutL({ head, initial, vowel, final, after }: Place): Inflection[] {
  const stem = head + compose(initial, vowel, 'ᆯ');
  if (final === '') return /^[느는니네나시세셨십오]/.test(after) ? [{ stem, ending: after }] : [];
  if (final === 'ᆱ') return [{ stem, ending: `ㅁ${after}` }];
  const begun = final === 'ᆯ' ? undefined : endingFinals[final];
  return begun === undefined ? [] : [{ stem, ending: begun + after }];
}

/** 제34–36항: a vowel at the end of a stem contracts with 아, 어 or 여. 가다: 갔다; 오다: 와; 지다: 져; 하다: 해. */
function contracted({ head, initial, vowel, final, after }: Place): Inflection[] {
  const past = pastOf(final);
  if (past === undefined) return [];
  const found: Inflection[] = [];
  const isContracted = past !== '' || /^[서도야요라]/.test(after);
  const ending = toPast(/[ᅡᅪ]/.test(vowel) ? '아' : '어', past) + after;
  if (isContracted && /[ᅡᅥᅢᅦᅧ]/.test(vowel)) found.push({ stem: head + compose(initial, vowel), ending });
  if (vowel === 'ᅢ' && initial === 'ᄒ')
    found.push({ stem: `${head}하`, ending: toPast('여', past) + after });
  const before = beforeContraction[vowel];
  if (before !== undefined) found.push({ stem: head + compose(initial, before), ending });
  return found;
}

const beforeContraction: Readonly<Record<string, string>> = { ᅪ: 'ᅩ', ᅯ: 'ᅮ', ᅧ: 'ᅵ', ᅫ: 'ᅬ' };

/** 제18항 4: ㅡ is dropped before 아 and 어, chosen by the vowel of the syllable before it. 크다: 커; 바쁘다: 바빠; 기쁘다: 기뻐. */
function withoutEu({ head, initial, vowel, final, after }: Place): Inflection[] {
  const past = pastOf(final);
  const isBright = /[ᅡᅩᅣ]/.test(head.slice(-1).normalize('NFD').charAt(1));
  if (past === undefined || vowel !== (isBright ? 'ᅡ' : 'ᅥ')) return [];
  return [{ stem: head + compose(initial, 'ᅳ'), ending: toPast(isBright ? '아' : '어', past) + after }];
}

/** 제18항 2: ㅅ is dropped before a vowel. 짓다: 지어, 지은. */
function withoutS({ head, initial, vowel, final, after }: Place): Inflection[] {
  if (final !== '' || !beginsWithVowel.test(after)) return [];
  return [{ stem: head + compose(initial, vowel, 'ᆺ'), ending: after }];
}

/** 제18항 5: ㄷ becomes ㄹ before a vowel. 묻다: 물어; 걷다: 걸으니. */
function withLForD({ head, initial, vowel, final, after }: Place): Inflection[] {
  if (final !== 'ᆯ' || !beginsWithVowel.test(after)) return [];
  return [{ stem: head + compose(initial, vowel, 'ᆮ'), ending: after }];
}

const beginsWithVowel = /^[아어았었으은을음]/;

/** 제18항 6: ㅂ becomes 우 before a vowel, 오 in 돕다 and 곱다. 고맙다: 고마운, 고마워; 돕다: 도와. */
function withUForB({ head, initial, vowel, final, after }: Place): Inflection[] {
  const [start, middle, isClosed] = head.slice(-1).normalize('NFD');
  if (initial !== 'ᄋ' || start === undefined || middle === undefined || isClosed !== undefined) return [];
  const stem = head.slice(0, -1) + compose(start, middle, 'ᆸ');
  const past = pastOf(final);
  if (past !== undefined && (vowel === 'ᅯ' || (vowel === 'ᅪ' && /[도고]$/.test(head))))
    return [{ stem, ending: toPast(vowel === 'ᅪ' ? '아' : '어', past) + after }];
  if (vowel !== 'ᅮ') return [];
  if (final === '') return /^[니면며므]/.test(after) ? [{ stem, ending: `으${after}` }] : [];
  const full = { ᆫ: '은', ᆯ: '을', ᆷ: '음' }[final];
  return full === undefined ? [] : [{ stem, ending: full + after }];
}

/** 제18항 3: ㅎ is dropped, and contracts with 아 or 어 to ㅐ, in stems of at least two syllables. 그렇다: 그런, 그러면, 그래; 하얗다: 하얘. */
function withoutH({ head, initial, vowel, final, after }: Place): Inflection[] {
  if (head === '') return [];
  const past = pastOf(final);
  const stems = (vowels: string): string[] =>
    Array.from(vowels, (each) => head + compose(initial, each, 'ᇂ'));
  const before = { ᅢ: 'ᅡᅥ', ᅤ: 'ᅣ', ᅦ: 'ᅥ', ᅨ: 'ᅧ' }[vowel];
  if (past !== undefined && before !== undefined)
    return stems(before).map((stem) => ({ stem, ending: toPast('어', past) + after }));
  if (!/[ᅡᅥᅣᅧ]/.test(vowel)) return [];
  if (final === '')
    return /^[니면며므]/.test(after) ? stems(vowel).map((stem) => ({ stem, ending: after })) : [];
  const begun = final === 'ᆸ' ? undefined : endingFinals[final];
  return begun === undefined ? [] : stems(vowel).map((stem) => ({ stem, ending: begun + after }));
}

/** 제18항 9: 르 loses ㅡ and its ㄹ is doubled. 빠르다: 빨라; 부르다: 불렀다. */
function withDoubledL({ head, initial, vowel, final, after }: Place): Inflection[] {
  const ending = { 라: '아', 러: '어', 랐: '았', 렀: '었' }[after.charAt(0)];
  if (final !== 'ᆯ' || ending === undefined) return [];
  return [{ stem: `${head + compose(initial, vowel)}르`, ending: ending + after.slice(1) }];
}

/** Returns `ㅆ` if the final marks the past tense, an empty string if there is no final, and `undefined` for other finals. */
function pastOf(final: string): '' | 'ㅆ' | undefined {
  if (final === '') return '';
  return final === 'ᆻ' ? 'ㅆ' : undefined;
}

function toPast(ending: '아' | '어' | '여', past: '' | 'ㅆ'): string {
  return past === '' ? ending : { 아: '았', 어: '었', 여: '였' }[ending];
}

function compose(initial: string, vowel: string, final = ''): string {
  return (initial + vowel + final).normalize('NFC');
}
