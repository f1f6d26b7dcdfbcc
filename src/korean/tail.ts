/**
 * What can stand behind a noun as josa (조사): case, then what limits it, or the copula. Written out rather than
 * generated, after the list of josa in the Standard Korean Language Dictionary (표준국어대사전).
 */
const josa = new RegExp(
  `^(?:들)?(?:${[
    '(?:이|가|을|를|은|는|의|도|만|과|와|랑|이랑|나|이나|야|이야)',
    '(?:에|에서|에게|에게서|한테|한테서|께|께서|로|으로|로서|으로서|로써|으로써|까지|부터|마다|보다|처럼|만큼|조차|마저|밖에|대로|뿐|같이)(?:는|은|도|만|의|가|이|나|를|을|까지|부터|서|라도|이라도)?',
    '(?:과|와)(?:의|는|도|만|같은)',
    '(?:까지|부터|만|뿐)(?:이|은|는|도|을|를|의|이다|입니다)?',
    '(?:이)?(?:라는|라고|라도|라면|란|라|든지|든가|며|고|지만|면|다|어서|라서|니까|었다|였다|여서|기|자|네|죠|지|예요|에요|므로)',
    '(?:입니다|인가요|일까요|인지|인데|인|일|임|이란|이며|였던|이던|이었다|이었던|에요|예요|였습니다|이었습니다)',
    '들',
  ].join('|')})$`,
);

/** First syllables of what makes a verb of a noun: 하다, 되다, 시키다 and their forms. */
const verbal = /^(?:하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|시키|시켜|시킨|시킬|시킵)[가-힣]{0,6}$/;

/** Endings (어미) that follow the stem of a verb directly. */
const ending =
  /^(?:다|는다|고|며|면|면서|지만|지|기|는|은|을|던|어|아|여|서|어서|아서|여서|니까|으니|니|려고|으려고|려면|으려면|도록|게|습니다|음|자|네|세요|으세요|십시오|으십시오|는데|은데|듯이|거나|든|든지|느라|자마자|더라도|어도|아도|어야|아야|었|았|였|겠|으면|으며|었다|았다|였다|었던|았던|는지|은지|을지|을까|나요|은가요|어요|아요|여요|지요|죠|었습니다|았습니다|였습니다|기는|기도|기만|기에|기를|기가|기로|기의|는가|을수록|ㄹ수록)$/;

/** Whether all of a text is josa, as it stands behind a noun. */
export function isJosa(text: string): boolean {
  return josa.test(text);
}

/**
 * How well a text can be what inflection has put behind a stem, from 0 (no tail that is known) to 1 (nothing, which
 * always fits).
 */
export function tailQuality(tail: string): number {
  if (tail === '') return 1;
  if (josa.test(tail)) return 0.95;
  if (verbal.test(tail)) return 0.9;
  return ending.test(tail) ? 0.8 : 0;
}
