/**
 * Returns the josa for a name: “으로” after a batchim other than ㄹ, else “로”. A final digit is read in Sino-Korean, a capital by
 * the name of the letter; other Latin words are judged by their last letters. A final part in parentheses is ignored.
 */
export function ro(name: string): string {
  const word = name.replace(/\s*[([][^)\]]*[)\]]$/, '').trim();
  if (/[0-9]$/.test(word)) return /[036]$/.test(word) ? '으로' : '로';
  if (/[A-Za-z]$/.test(word)) return /[mnMN]$/.test(word) || /ng$/i.test(word) ? '으로' : '로';
  return /[\u11a8-\u11ae\u11b0-\u11c2]$/.test(word.normalize('NFD')) ? '으로' : '로';
}
