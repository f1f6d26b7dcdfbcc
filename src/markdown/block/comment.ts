/** What an author has said of the block after a comment. */
export interface Said {
  only?: string;
  pair?: string;
}

/**
 * What a piece of HTML says if it is nothing but comments: `<!-- only: ko -->` keeps the block after it to one language,
 * `<!-- pair: name -->` pins it to the block of the same name in another. Comments that say something else say nothing.
 */
export function readComment(html: string): Said | undefined {
  if (html.replace(comments, '').trim() !== '') return undefined;
  const said: Said = {};
  for (const [, text = ''] of html.matchAll(comments)) {
    const [, key, value] = /^\s*(only|pair):\s*(\S+)\s*$/.exec(text) ?? [];
    if (value !== undefined) said[key as keyof Said] = value;
  }
  return said;
}

/** As CommonMark has them: to the first `-->`, else to the end. */
const comments = /<!--([\s\S]*?)(?:-->|$)/g;
