import { createHash } from 'node:crypto';
import { Renderer, type FontDetails, type Node } from '@takumi-rs/core';
import { cachedFile } from '../cache/index.ts';
import { cardFont, cardSize, cardToNodes, keepDrawable, titleRoom, type Card } from './card.ts';
import { digestDrawing } from './drawing-code.ts';
import { readFontFile } from './font-file.ts';

/** Folders that drawing needs. */
export interface Places {
  /** Root of the project: its packages hold the fonts. */
  root: string;
  /** Where drawn cards are kept. */
  cache: string;
}

/**
 * What draws cards as PNG. Each is drawn once: it is kept by all that its bytes depend on, so a card from the cache is the
 * card that would be drawn. Fonts and renderer are made ready for the first card and serve all.
 */
export function createCardRenderer({ root, cache }: Places): (card: Card) => Promise<Uint8Array> {
  let ready: ReturnType<typeof prepare> | undefined;
  return async (card) => {
    const { renderer, fonts, tools, findDrawable } = await (ready ??= prepare(root));
    const nodes = cardToNodes(keepDrawable(card, await findDrawable(card)));
    const key = digest(tools, JSON.stringify(nodes));
    return cachedFile(cache, key, async () =>
      renderer.render(await chooseNode(nodes, renderer, fonts), { ...cardSize, fonts }),
    );
  };
}

/** The first of a card’s trees whose titles have room; the last where none have. */
export async function chooseNode(
  nodes: readonly [Node, ...Node[]],
  renderer: Renderer,
  fonts: FontDetails[],
): Promise<Node> {
  let [chosen] = nodes;
  for (chosen of nodes) {
    const [titles] = (await renderer.measure(chosen, { ...cardSize, fonts })).children;
    if (titles !== undefined && titles.height <= titleRoom) break;
  }
  return chosen;
}

const faces = [
  { weight: 400, file: 'Pretendard-Regular.otf' },
  { weight: 700, file: 'Pretendard-Bold.otf' },
];

/** The fonts of cards, from the packages of the project with this root. */
export async function loadFonts(root: string): Promise<(FontDetails & { data: Uint8Array })[]> {
  return Promise.all(
    faces.map(async ({ weight, file }) => ({
      name: cardFont,
      weight,
      data: await readFontFile(root, file),
    })),
  );
}

async function prepare(root: string) {
  const renderer = new Renderer();
  const fonts = await loadFonts(root);
  return {
    renderer,
    fonts,
    /** Stands for the fonts, the code that draws, and the exact packages it uses. */
    tools: digest(await digestDrawing(root), ...fonts.map(({ data }) => data)),
    findDrawable: createGlyphFinder(renderer, fonts),
  };
}

/** What finds out which characters of a card the fonts can draw: those that don't come out as the sign for “missing”. */
function createGlyphFinder(renderer: Renderer, fonts: FontDetails[]) {
  const known = new Map<string, boolean>();
  const draw = (text: string): Promise<string> =>
    renderer.renderSvg({ type: 'text', text, style: { fontFamily: cardFont } }, { fonts });
  // The last code point that may be used as one likes: no font has it.
  const missing = draw('\u{10fffd}');
  return async ({ titles, site, languages }: Card) => {
    const all = [...titles.map(({ text }) => text), site, ...languages].join('').normalize();
    for (const character of new Set(all)) {
      if (!known.has(character)) known.set(character, (await draw(character)) !== (await missing));
    }
    return (character: string): boolean => known.get(character) === true;
  };
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
