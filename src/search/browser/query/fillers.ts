/**
 * Returns whether a word belongs to the question and not to its subject: `뭐예요`, `알려줘`, `방법`, `how`. Such words occur in most texts, or
 * in none, so they don't distinguish between texts.
 */
export function isFiller(word: string): boolean {
  return english.has(word) || korean.test(word);
}

/** Weight of such a word, relative to one that names something. It still decides between two articles that match equally. */
export const fillerWeight = 0.05;

const english: ReadonlySet<string> = new Set(
  [
    [
      'what',
      'whats',
      'why',
      'when',
      'where',
      'who',
      'how',
      'which',
      'does',
      'did',
      'do',
      'is',
      'are',
      'was',
      'were',
    ],
    [
      'can',
      'could',
      'should',
      'would',
      'will',
      'i',
      'you',
      'we',
      'me',
      'my',
      'it',
      'its',
      'this',
      'that',
      'there',
    ],
    [
      'a',
      'an',
      'the',
      'of',
      'to',
      'for',
      'in',
      'on',
      'at',
      'by',
      'and',
      'or',
      'with',
      'from',
      'about',
      'be',
      'have',
    ],
    ['please', 'tell', 'show', 'explain', 'mean', 'means', 'want', 'need', 'know', 's'],
  ].flat(),
);

/** Question words, and how they end in a sentence: `뭐`, `뭐예요`, `왜인가요`, `언제부터`. */
const questions =
  '(?:뭐|뭘|뭔|뭣|무엇|무슨|어떤|어떻게|어떠|어때|어떡|어째|왜|언제|어디|얼마|얼마나|몇|누구|누가)' +
  '(?:이?(?:에요|예요|여요|야|죠|지|임|니|냐|래|가요|인가요?|인지|일까요?|인데요?|한데)|가|를|는|은|에서?|부터|까지|정도|쯤|씩|해요?|한가요?|할까요?)?';

/** Verbs of requests and of what is possible or good, in the forms of questions: `하는`, `되나요`, `있을까요`, `알려주세요`. */
const verbs = [
  '(?:하|되|있|없|나|좋|많|싶)(?:나요?|는지|는데요?|는가요?|은지|은가요?|은데요?|을까요?|을지|지요?|죠|냐|니)',
  '(?:하|되)(?:는|는게|는거|는건|면|려면|고|기|려고)',
  '(?:할|될)(?:까요?|지|때)?|해야(?:해요?|하나요?|되나요?|할까요?|죠|돼요?)?|해(?:요|줘요?|주세요|주실|줄래)?',
  '(?:돼|되)요?|됩니까|합니까|한가요|한지|인가요?|인지|입니까|이라는|라는|했을|하고싶어요?',
  '있어요?|있습니까|있을|있는|있음|없어요?|없는|없나요',
  '(?:알려|가르쳐|보여|찾아)(?:줘요?|주세요|주실|줄래요?|주시|달라고?|주라)?|알고|알아야?|알아요|알수|알고싶어요?',
  '(?:설명|추천|소개|부탁)(?:해|좀|해줘요?|해주세요|해주실|드려요|합니다|드립니다)?',
  '싶어요?|싶은|싶다|싶습니다|주세요|주실|줘요?|줄래요?|모르겠(?:어요?|다|네요|는데요?)|궁금(?:해요?|합니다|한데요?|하다)?',
];

/** Nouns and adverbs that only carry a sentence: `것`, `방법`, `에 대해`, `좀`. */
const carriers =
  '것[은이을]?|거[는야]?|거예요|거에요|거죠|거지|게|건|건가요?|건지|걸|법|방법[은이을]?|수|줄|때|뜻[은이을]?|' +
  '대해서?|대한|대하여|관해서?|관한|관하여|관련|좀|제발|혹시|그냥|도대체|대체|자세히|간단히';

const korean = new RegExp(`^(?:${questions}|${verbs.join('|')}|${carriers})$`);
