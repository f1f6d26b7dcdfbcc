/** Endings (어미) that close a word, behind a stem. ㄴ, ㄹ, ㅁ and ㅂ stand under an open last syllable of it. */
const closing = [
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

/** What may stand before a closing ending: that somebody is honoured, that it is past, that it is meant or guessed. */
const prefinal = '(?:으?시|으?셨)?(?:[았었였]었?)?겠?';

/** Verbs that help another, written together with it: 만들어진, 열어보기, 설치해야하는. */
const helping =
  '(?:아|어|여)(?:지|진|질|짐|집|져|졌|주|준|줄|줘|줬|줍|보|본|볼|봐|봤|봅|두|둔|둬|뒀|놓|놔|놨|버리|버린|버려|버렸|야하|야한|야할|야해|있|있는)[가-힣]{0,4}';

const whole = new RegExp(`^(?:${prefinal}(?:${closing.join('|')})|${helping}|으?시|으?셨|[았었였겠])$`);

/** Whether a text is an ending, as it stands behind the stem of a verb. */
export function isEnding(text: string): boolean {
  return whole.test(text);
}
