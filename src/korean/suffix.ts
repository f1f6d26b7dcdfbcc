import { findInflections } from './stem.ts';

/**
 * Matches the josa (조사, particles) that can follow a noun: case, then auxiliary particle, or the copula. Listed rather than generated,
 * from the Standard Korean Language Dictionary (표준국어대사전). The copula without 이 (after a vowel) is listed only if the rest is not also
 * the end of nouns, as 자, 기 and 지 are in 사용자, 분석기, 목적지.
 */
const josa = new RegExp(
  `^(?:들|들?(?:${[
    '이|가|을|를|은|는|의|도|만|과|와|랑|이랑|나|이나|이나마|야|이야|이야말로|야말로|하고',
    '(?:에|에서|에게|에게서|에게로|한테|한테서|께|께서|로|으로|로서|으로서|로써|으로써|까지|부터|마다|보다|처럼|만큼|조차|마저|밖에|대로|뿐|같이)(?:는|은|도|만|의|가|이|나|를|을|까지|부터|서|라도|이라도)?',
    // 제33항: 는 contracted with the particle before it.
    '에선|에겐|한텐|으론|까진|부턴|보단',
    '(?:과|와)(?:의|는|도|만|같은)',
    '(?:까지|부터|만|뿐)(?:이|은|는|도|을|를|만|의|이다|입니다)?',
    '이?(?:라는|라고|라도|라면|라며|라든지|라든가|란|라|든지|든가|며|고|지만|면|다|어서|라서|니까|었다|였다|여서|죠|예요|에요|요|므로)',
    '이(?:기|자|네|지|냐)',
    '(?:입니다|입니까|인가|인가요|일까|일까요|인지|인데|인|일|임|이란|이며|였던|이던|이었다|이었던|에요|예요|였습니다|이었습니다)',
  ].join('|')}))$`,
);

/** Stems of verbs that make a noun a verb: 하다, 되다, 시키다. */
const verbal = ['하', '되', '시키'];

/** Endings that are also the last syllable of nouns: 사용자, 검색어, 목적지, 컴파일러. */
const ambiguous = /^[자어아여지네게음러]$/;

/** Returns whether a text is a josa, or a sequence of them. */
export function isJosa(text: string): boolean {
  return josa.test(text);
}

/**
 * Scores how likely a text is what follows the stem of an inflected word, from 0 (not a known suffix) to 1 (empty). Callers multiply
 * it with other scores.
 */
export function suffixScore(suffix: string): number {
  if (suffix === '') return 1;
  if (josa.test(suffix)) return 0.95;
  if (isVerbal(suffix)) return 0.9;
  if (ambiguous.test(suffix)) return 0.55;
  return isEnding(suffix) ? 0.8 : 0;
}

/** Returns whether a text is a form of 하다, 되다 or 시키다, or its bare stem. */
function isVerbal(text: string): boolean {
  if (!/^[하해했한할함합되돼됐된될됨됩시]/.test(text)) return false;
  return verbal.some((stem) => {
    const rest = text.startsWith(stem) ? text.slice(stem.length) : undefined;
    if (rest === '' || (rest !== undefined && isEnding(rest))) return true;
    const changed = findInflections(text.slice(0, stem.length), text.slice(stem.length));
    return changed.some((each) => each.stem === stem && isEnding(each.ending));
  });
}

/** Final endings (어말 어미). A leading ㄴ, ㄹ, ㅁ or ㅂ is written as the final consonant of the stem’s last syllable. */
const finalEndings = [
  '(?:는|ㄴ)?다(?:고|는|면|며|가)?',
  '고(?:서|는|도|자|요)?|거나|거든|게(?:끔|는|도)?|도록|든(?:지|가)?|듯이?|느라|자(?:마자)?',
  '지(?:만|요|도|는|를|마)?|죠|네요?|나요?|더라도?|더니|던(?:데|지|가)?',
  '으?(?:니까?|면서?|며|므로|나|러|려(?:고|면|는|다가)?|라(?:고|는|면)?)',
  '(?:는|은|ㄴ)(?:데|지|가|가요|구나)?',
  '(?:을|ㄹ)(?:까요?|지|지라도|수록|게요?|래요?)?',
  '(?:음|ㅁ)(?:은|을|이|에|으로|과|의|도)?',
  '기(?:는|도|만|에|에는|를|가|로|의|까지|위해|위한)?',
  '(?:습|ㅂ)니(?:다|까)|(?:읍|ㅂ)시다|으?(?:십시오|세요|시오)|소서',
  '(?:아|어|여)(?:서(?:는|도)?|도|야(?:만|지)?|요|라)?',
];

/** Prefinal endings (선어말 어미): honorific 시, past tense 었, intention or conjecture 겠. */
const prefinal = '(?:으?시|으?셨)?(?:[았었였]었?)?겠?';

/** Auxiliary verbs (보조 용언) written without a space: 만들어진, 열어보기, 설치해야하는. */
const auxiliaries =
  '(?:아|어|여)(?:지|진|질|짐|집|져|졌|주|준|줄|줘|줬|줍|보|본|볼|봐|봤|봅|두|둔|둬|뒀|놓|놔|놨|버리|버린|버려|버렸|야하|야한|야할|야해|있|있는)[가-힣]{0,4}';

const whole = new RegExp(
  `^(?:${prefinal}(?:${finalEndings.join('|')})|${auxiliaries}|으?시|으?셨|[았었였겠])$`,
);

/** Returns whether a text is an ending (어미) that can follow the stem of a verb. */
export function isEnding(text: string): boolean {
  return whole.test(text);
}
