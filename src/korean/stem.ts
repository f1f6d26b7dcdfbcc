/** Vowels that a stem's own has run together with “아” or “어”, and what it was before: 와 of 오다, 져 of 지다, 해 of 하다. */
const beforeContraction: Readonly<Record<string, readonly string[]>> = {
  ᅪ: ['ᅩ'],
  ᅯ: ['ᅮ'],
  ᅧ: ['ᅵ'],
  ᅢ: ['ᅡ'],
  ᅫ: ['ᅬ'],
  ᅥ: ['ᅳ'],
  ᅡ: ['ᅳ'],
};

/**
 * Stems that may stand behind the written beginning of an inflected verb: the last syllable freed of what the ending has
 * put under it, and of contraction. Which of them are words at all only a lexicon can tell.
 *
 * @example
 * stemsBefore('만든') // ['만드', '만들']
 * stemsBefore('가져왔') // ['가져와', '가져오', …]
 */
export function stemsBefore(written: string): string[] {
  const [initial, vowel, final] = written.slice(-1).normalize('NFD');
  const isFree = final === undefined || endings.has(final);
  if (initial === undefined || vowel === undefined || !isFree) return [];
  const head = written.slice(0, -1);
  const vowels = [vowel, ...(beforeContraction[vowel] ?? [])];
  const finals = final === undefined ? [''] : ['', 'ᆯ'];
  return vowels
    .flatMap((each) => finals.map((last) => head + (initial + each + last).normalize('NFC')))
    .filter((stem) => stem !== written);
}

/** Finals that endings begin with: ㄴ, ㄹ, ㅁ, ㅂ, ㅆ. */
const endings: ReadonlySet<string> = new Set(['ᆫ', 'ᆯ', 'ᆷ', 'ᆸ', 'ᆻ']);
