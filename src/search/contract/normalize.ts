import { toTypedJamo } from '../../korean/index.ts';
import { withoutGroups } from './numbers.ts';

/**
 * Normalizes text for comparison, on both sides of search: Hangul composed, Latin in half width, jamo as typed on a
 * keyboard, zero-width characters removed. Case is kept, since it shows word boundaries (camelCase). Araea (ㆍ), which
 * Koreans type as a middle dot (시간ㆍ장소), becomes one. Signs for several letters become these, and numbers lose their commas.
 *
 * @example
 * normalize('ＲＴＰ\u3000덴마크') // 'RTP 덴마크'
 */
export function normalize(text: string): string {
  if (/^[\0-\x7f가-힣]*$/.test(text)) return withoutGroups(text);
  return withoutGroups(
    text
      // The ideographic space and the Hangul fillers, which Unicode counts as letters.
      .replace(/[\u3000\u3164\uffa0]/g, ' ')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(drawnAsOne, (sign) => sign.normalize('NFKC'))
      .replace(/[\uffa1-\uffdc]/g, (narrow) => toTypedJamo(narrow.normalize('NFKC')))
      .normalize('NFC')
      .replace(/[\u318d\u119e]/g, '·')
      .replace(/[\u1100-\u11ff]/g, toTypedJamo),
  );
}

/** Letters and numbers that are drawn as one sign: ﬁ, Ⅳ, ①, ㈜, ㎏. */
const drawnAsOne = /[\ufb00-\ufb06\u0132\u0133\u2160-\u217f\u2460-\u2473\u3200-\u321e\u3300-\u33ff]/g;
