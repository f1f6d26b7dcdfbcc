/**
 * The josa “로” or, after a batchim other than ㄹ, “으로”, as a name is read: digits in Sino-Korean, capitals by their names,
 * other Latin words by their last sound as far as the last letter tells. What a name adds in parentheses doesn’t count.
 */
export function ro(name: string): string {
  const word = name.replace(/\s*[([][^)\]]*[)\]]$/, '').trim();
  if (/[0-9]$/.test(word)) return /[036]$/.test(word) ? '으로' : '로';
  if (/[A-Za-z]$/.test(word)) return /[mnMN]$/.test(word) || /ng$/i.test(word) ? '으로' : '로';
  return /[\u11a8-\u11ae\u11b0-\u11c2]$/.test(word.normalize('NFD')) ? '으로' : '로';
}
