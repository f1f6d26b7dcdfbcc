import { toTypedJamo } from './jamo.ts';

/**
 * Returns how likely a word in Latin letters is what a word in Hangul writes by its sound, from 0 to 1: 0 unless they sound nearly
 * the same. Short words must be more alike.
 *
 * @param latin lower case, without accents
 * @example
 * matchSound('도커', 'docker') // 1
 * matchSound('도커', 'decker') // 0
 */
export function matchSound(hangul: string, latin: string): number {
  const likeness = soundLikeness(hangul, latin);
  return likeness >= (soundsOf(hangul).length > 6 ? 0.87 : 0.92) ? likeness : 0;
}

/**
 * Returns a word in Latin letters, and its singular if it may be a plural: the singular is what is written in Hangul, 액션 for actions.
 */
export function singularsOf(latin: string): string[] {
  return /[^s]s$/.test(latin) && latin.length > 3 ? [latin, latin.slice(0, -1)] : [latin];
}

/**
 * Compares the sound of two words: 1 if the Hangul is a usual way to write the Latin word, less for each difference. It is a weighted
 * edit distance between the jamo of the one and the letters of the other. What a letter may become follows 외래어 표기법 (the
 * orthography of loanwords, 문화체육관광부고시 제2017-14호), with what people write instead of it.
 */
function soundLikeness(hangul: string, latin: string): number {
  const sounds = soundsOf(hangul);
  const letters = simplify(latin);
  if (sounds.length === 0 || letters.length === 0) return 0;
  // Dynamic programming: the cost of each pair of prefixes.
  const width = letters.length + 1;
  const costs = new Float64Array((sounds.length + 1) * width).fill(Infinity);
  const offer = (sound: number, letter: number, cost: number): void => {
    const at = sound * width + letter;
    if (cost < (costs[at] ?? 0)) costs[at] = cost;
  };
  costs[0] = 0;
  for (let sound = 0; sound <= sounds.length; sound += 1) {
    for (let letter = 0; letter <= letters.length; letter += 1) {
      const cost = costs[sound * width + letter] ?? Infinity;
      if (letter < letters.length) offer(sound, letter + 1, cost + costOfSilence(letters, letter));
      if (sound === sounds.length) continue;
      offer(sound + 1, letter, cost + costOfInsertion(sounds, sound));
      for (const length of [1, 2])
        for (const [spelling, more] of spellingsOf(sounds, sound, length))
          if (letters.startsWith(spelling, letter))
            offer(sound + length, letter + spelling.length, cost + more);
    }
  }
  const cost = costs[costs.length - 1] ?? Infinity;
  return Math.max(0, 1 - cost / (Math.max(sounds.length, letters.length, shortest) - 1));
}

/** In words of fewer sounds, a difference weighs no more than in words of this length. */
const shortest = 3;

/**
 * Returns keys under which a word is found by its sound: words that sound alike in the other script have a key in common. A key is the
 * classes of the first consonants, without ㅎ and those that either script may leave out. Letters that are read in several ways give
 * several keys.
 *
 * @param word Hangul, or Latin letters in lower case
 * @example
 * soundKeys('도커')   // ['TK']
 * soundKeys('docker') // ['TK', 'TKL']
 */
export function soundKeys(word: string): string[] {
  const readings = /^[가-힣]+$/.test(word) ? [classesOfSounds(soundsOf(word))] : readLetters(simplify(word));
  return [
    ...new Set(
      readings.map((classes) => {
        const consonants = classes
          .filter((each) => each !== vowel)
          .join('')
          .slice(0, longestKey);
        return (classes[0] === vowel ? vowel : '') + consonants;
      }),
    ),
  ].filter((key) => key !== '' && key !== vowel);
}

/** The class of vowels. A key has it only at its beginning. */
const vowel = 'V';

/** Maximum number of consonants in a key. */
const longestKey = 4;

/**
 * Returns whether a word may be a loanword: it has only the final consonants of 외래어 표기법 제3항 and, but for 쓰 and 쯔, no tense
 * consonants (제4항).
 */
export function mayBeLoanword(hangul: string): boolean {
  return (
    hangul.length > 1 &&
    Array.from(hangul).every((syllable) => {
      const { onset, vowel, coda } = decompose(syllable);
      return (
        loanCodas.has(coda) &&
        vowel !== 'ㅢ' &&
        !('ㄲㄸㅃ'.includes(onset) || (onset === 'ㅉ' && vowel !== 'ㅡ'))
      );
    })
  );
}

const loanCodas: ReadonlySet<string> = new Set(['', ...Array.from('ㄱㄴㄹㅁㅂㅅㅇ')]);

/** Decomposes a syllable. A diphthong is one vowel. */
function decompose(syllable: string): { onset: string; vowel: string; coda: string } {
  const [onset = '', vowel = '', coda = ''] = Array.from(syllable.normalize('NFD'), toTypedJamo);
  return { onset, vowel, coda };
}

/** The sounds of a word: consonants and vowels; a final consonant has a mark, silent ㅇ is left out, and ㄹㄹ is one sound. */
function soundsOf(hangul: string): string[] {
  const sounds: string[] = [];
  for (const syllable of hangul) {
    if (!/[가-힣]/.test(syllable)) return [];
    const { onset, vowel, coda } = decompose(syllable);
    if (onset === 'ㄹ' && sounds.at(-1) === 'ㄹ.') sounds.pop();
    if (onset !== 'ㅇ') sounds.push(onset);
    sounds.push(vowel);
    if (coda !== '') sounds.push(`${coda}.`);
  }
  return sounds;
}

/** Rewrites a Latin word so that each consonant is one letter: Č is ch, Š sh, Θ th, J a soft g, Q the t of tion. */
function simplify(latin: string): string {
  let letters = latin;
  for (const [from, to] of simplifications) letters = letters.replace(from, to);
  return letters;
}

const simplifications: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/^x/, 'z'],
  [/x/g, 'ks'],
  [/^(?:kn|gn)/, 'n'],
  [/^ps/, 's'],
  [/^wr/, 'r'],
  [/^dj/, 'j'],
  [/mb(?=[^aeiouylr]|$)/, 'm'],
  [/ph/g, 'f'],
  [/igh(?=t|$)/g, 'i'],
  [/(?<=[aeiou])gh(?=[^aeiouy]|$)/g, 'h'],
  [/wh/g, 'w'],
  [/tch|tsch/g, 'Č'],
  [/ch/g, 'Č'],
  [/sh/g, 'Š'],
  [/th/g, 'Θ'],
  [/dg(?=[ei])/g, 'J'],
  [/[tcs]i(?=on|al|an|ous)/g, 'Q'],
  [/ss(?=ion)/g, 'Š'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c+/g, 'k'],
  [/q(?=u)/g, 'k'],
  [/q/g, 'Č'],
  [/(?<!g)g(?=[eiy])/g, 'J'],
  [/([bdfgklmnprstvz])\1+/g, '$1'],
  [/(?<=[aeiouy].*[^aeiouy])e(?=s?$)/, ''],
];

/** Spellings of each sound: usual ones, then (after a bar) rarer ones, then those that are seldom meant. */
const spellings: Readonly<Record<string, string>> = {
  ㄱ: 'g J|k gh|Č',
  ㄲ: 'g k',
  ㅋ: 'k Č kh||g h',
  'ㄱ.': 'k g Č kh',
  ㄷ: 'd|Θ dh||t',
  ㄸ: 'd t',
  ㅌ: 't Θ||d',
  'ㅅ.': 't Θ|d|z Š Č J s',
  ㅂ: 'b v||w|p f',
  ㅃ: 'b p',
  ㅍ: 'p f||v|b',
  'ㅂ.': 'p b|v f',
  ㅅ: 's Š Θ Q sČ ce|z|Č',
  ㅆ: 's Θ Š z',
  ㅈ: 'j z J zh|s Q Θ|Č d|y',
  ㅉ: 'z ts s Č',
  ㅊ: 'Č ts tz tsz cz|t|Š Q k|s z',
  ㄴ: 'n ny',
  'ㄴ.': 'n||ng m',
  ㅁ: 'm',
  'ㅁ.': 'm||n',
  'ㅇ.': 'ng|n nk||m',
  ㄹ: 'r l rh',
  'ㄹ.': 'l r',
  ㅎ: 'h|w J|f j Č|k',
  ㅏ: 'a ar ah aa|er o u||ou e i',
  ㅐ: 'a ae|e ai|ea',
  ㅑ: 'ya ia|a',
  ㅒ: 'ya',
  ㅓ: 'er ir ur or ar our ear re ure|o u a e eo ou ia io|au oo eu aw|i',
  ㅔ: 'e ea ai ae ay eh er air are|a ei ie oe eu|i',
  ㅕ: 'yo yu ye yeo ia io|ie u eo|o',
  ㅖ: 'ye|e ie',
  ㅗ: 'o oa au aw or ou ow oe ough oh ore al||a oo oor eau eo our|u',
  ㅘ: 'wa oi ua oa uo|o wo|a',
  ㅙ: 'wa wha we',
  ㅚ: 'oe|o oi|eu ue',
  ㅛ: 'yo io|o eo',
  ㅜ: 'u oo ou w ew ue uh wo|o|ui eu oe',
  ㅝ: 'wo wa uo we ue wor war|ua|o',
  ㅞ: 'we wai wa ue whe|ui',
  ㅟ: 'wi we ui wy wee wea ue|u|i',
  ㅠ: 'u yu you ew ue ieu eu iew ui yoo|iu oo',
  ㅡ: 'e|u eu|o i a',
  ㅢ: 'ui i',
  ㅣ: 'i e ee ea y ie ei ey ii|ia|ae oe eu ui|a',
  ㅏㅣ: 'i y ie ai ei ye uy|ay',
  ㅏㅜ: 'ou ow au ao',
  ㅔㅣ: 'a ai ay ei ey ae ea',
  ㅗㅣ: 'oi oy|eu',
  ㅗㅜ: 'o ow oa',
  ㅘㅣ: 'wi wy wai ui',
  ㅣㅓ: 'ear eer ere ier ir ia io er ie eo',
  ㅣㅏ: 'ia ea ya',
  ㅣㅗ: 'io eo',
  ㅔㅓ: 'air are ear ere',
  ㅜㅓ: 'our oor ure wo wa ower or',
  ㅅㅕ: 'Qo Qa Qe Šo Ša Še',
  'ㅅ.ㅎ': 'Θ',
  // Names of letters, as in 몽고디비.
  ㅂㅣ: '|b',
  ㄷㅣ: '|d',
  ㅌㅣ: '|t',
  ㅍㅣ: '|p',
  ㅣㅜ: 'iu ew eu',
};

const costsOfRarity = [0, 0.15, 0.35, 0.6];

const spellingTable: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map(
  Object.entries(spellings).map(([sound, written]) => [
    sound,
    written.split('|').flatMap((level, rarity) =>
      level
        .split(' ')
        .filter((spelling) => spelling !== '')
        .map((spelling) => [spelling, costsOfRarity[rarity] ?? 1] as const),
    ),
  ]),
);

function spellingsOf(
  sounds: readonly string[],
  at: number,
  length: number,
): readonly (readonly [string, number])[] {
  const both = length === 1 ? sounds[at] : sounds.slice(at, at + length).join('');
  return spellingTable.get(both ?? '') ?? [];
}

/** The cost of a sound that isn't written: a vowel after a consonant that can't end a syllable (제3장 제1절) costs next to nothing. */
function costOfInsertion(sounds: readonly string[], at: number): number {
  const sound = sounds[at] ?? '';
  const before = sounds[at - 1] ?? '';
  if (sound === 'ㅡ') return 0.03;
  if (sound === 'ㅣ' && 'ㅈㅉㅊㅅ'.includes(before)) return 0.1;
  if (isVowel(sound)) return 0.8;
  return sound === 'ㅎ' ? 0.6 : 1;
}

/** The cost of a letter without a sound. */
function costOfSilence(letters: string, at: number): number {
  const letter = letters[at] ?? '';
  const after = letters[at + 1] ?? '';
  const isAfterVowel = /[aeiouy]/.test(letters[at - 1] ?? '');
  const isBeforeVowel = /[aeiouy]/.test(after);
  if (letter === 'r') return isAfterVowel && !isBeforeVowel ? 0.1 : 1;
  if (letter === 'h') return isBeforeVowel && at > 0 ? 0.3 : 0.2;
  if (letter === 'w' || letter === 'y') return 0.4;
  if (letter === 'e') return isBeforeVowel || after === '' ? 0.3 : 0.4;
  if (/[aiou]/.test(letter)) return letter === 'u' && 'gk'.includes(letters[at - 1] ?? ' ') ? 0.15 : 0.6;
  return 'tpsgdbl'.includes(letter) && !isBeforeVowel ? 0.5 : 1;
}

function isVowel(sound: string): boolean {
  return /^[ㅏ-ㅣ]$/.test(sound);
}

/** Classes of consonants for keys. Those of ㅎ and final ㅇ and ㄴ are not heard in both scripts alike. */
const classOfSound: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['K', 'ㄱ ㄲ ㅋ ㄱ. ㄲ. ㅋ.'],
    ['T', 'ㄷ ㄸ ㅌ ㅅ. ㅆ. ㄷ. ㅌ. ㅈ. ㅊ.'],
    ['P', 'ㅂ ㅃ ㅍ ㅂ. ㅍ.'],
    ['S', 'ㅅ ㅆ ㅈ ㅉ ㅊ'],
    ['N', 'ㄴ ㄴ. ㅇ.'],
    ['M', 'ㅁ ㅁ.'],
    ['L', 'ㄹ ㄹ.'],
    ['', 'ㅎ'],
  ].flatMap(([name = '', sounds = '']) => sounds.split(' ').map((sound) => [sound, name])),
);

/** Returns the classes of sounds. A final consonant before the same one is not heard: 한나 is hanna. */
function classesOfSounds(sounds: readonly string[]): string[] {
  const classes = sounds.map((sound) => classOfSound[sound] ?? vowel);
  return classes.filter((_, at) => sounds[at] !== `${sounds[at + 1] ?? ''}.`);
}

/** The classes that each consonant letter may have; several if it is read in several ways. */
const classesOfLetter: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Array.from('bfpv').map((letter) => [letter, ['P']])),
  ...Object.fromEntries(Array.from('gk').map((letter) => [letter, ['K']])),
  ...Object.fromEntries(Array.from('jszŠQ').map((letter) => [letter, ['S']])),
  d: ['T'],
  t: ['T'],
  l: ['L'],
  m: ['M'],
  n: ['N'],
  r: ['L'],
  h: [''],
  w: ['V'],
  Č: ['S', 'K'],
  J: ['S', 'K'],
  Θ: ['S', 'T'],
};

/** Returns the classes of a Latin word’s letters, in each way to read it. */
function readLetters(letters: string): string[][] {
  let readings: string[][] = [[]];
  for (let at = 0; at < letters.length; at += 1) {
    const choices = classesAt(letters, at);
    const [first = vowel] = choices;
    readings =
      readings.length * choices.length > maxReadings
        ? readings.map((each) => [...each, first])
        : choices.flatMap((choice) => readings.map((each) => [...each, choice]));
  }
  return readings;
}

function classesAt(letters: string, at: number): readonly string[] {
  const letter = letters[at] ?? '';
  const isAfterVowel = /[aeiouy]/.test(letters[at - 1] ?? '');
  const isBeforeVowel = /[aiouy]/.test(letters[at + 1] ?? '');
  if (letter === 'r' && isAfterVowel && !isBeforeVowel) return ['', 'L'];
  if (letter === 'g' && letters[at - 1] === 'n') return isBeforeVowel ? ['K', ''] : [''];
  if (letter === 't' && letters[at + 1] === 'u') return ['T', 'S'];
  if (letter === 'Č' && letters[at - 1] === 's') return ['K', ''];
  if (letter === 'Č' && at === letters.length - 1) return ['S', 'K', ''];
  return classesOfLetter[letter] ?? [vowel];
}

/** Maximum number of ways to read a Latin word for its keys. */
const maxReadings = 8;
