import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { toPagefindTerm } from '../../../contract/index.ts';

/** An index by Pagefind itself: its files, by path, and the number of the text with each of its ids. */
interface StockIndex {
  files: ReadonlyMap<string, Uint8Array>;
  numbers: ReadonlyMap<string, number>;
}

/**
 * Has Pagefind index texts, given as the terms of each of their words. It splits words at punctuation, so the terms of a word, joined
 * by it, have the same place.
 */
export async function buildStockIndex(
  texts: readonly (readonly (readonly string[])[])[],
): Promise<StockIndex> {
  try {
    const { index } = await createIndex({});
    if (index === undefined) throw new Error('Pagefind can’t create an index');
    for (const [number, words] of texts.entries()) {
      const content = words.map((terms) => terms.map(toPagefindTerm).join('^') || '-').join(' ');
      await index.addCustomRecord({ url: String(number), content, language: 'ko' });
    }
    const { files } = await index.getFiles();
    return {
      files: new Map(files.map(({ path, content }) => [path, content])),
      numbers: new Map(
        files
          .filter(({ path }) => path.startsWith('fragment/'))
          .map(({ path, content }) => [
            path.slice('fragment/'.length, -'.pf_fragment'.length),
            urlIn(content),
          ]),
      ),
    };
  } finally {
    await close();
  }
}

/** Reads the number of a text from Pagefind’s copy of it: gzip, a signature, then JSON. */
function urlIn(fragment: Uint8Array): number {
  const text = gunzipSync(fragment).toString().slice('pagefind_dcd'.length);
  return Number((JSON.parse(text) as { url: string }).url);
}
