import { createHash } from 'node:crypto';
import { Renderer, type FontDetails, type Node } from '@takumi-rs/core';
import { cachedFile } from '../cache/index.ts';
import { cardFont, cardSize, cardToNodes, dropMissingGlyphs, maxTitleHeight, type Card } from './card.ts';
import { digestRenderingCode, readFontFile } from './resources.ts';

/** Options of the renderer. */
interface CardRendererOptions {
  /** Root of the project, whose packages have the fonts. */
  root: string;
  /** Cache folder. */
  cache: string;
}

/**
 * Creates a function that renders cards as PNG. Cards are cached by a hash of all inputs, so a cached card has the same bytes
 * as a new one. Fonts and renderer are loaded with the first card and then reused.
 */
export function createCardRenderer({
  root,
  cache,
}: CardRendererOptions): (card: Card) => Promise<Uint8Array> {
  let ready: ReturnType<typeof prepare> | undefined;
  return async (card) => {
    const { renderer, fonts, tools, findDrawable } = await (ready ??= prepare(root));
    const nodes = cardToNodes(dropMissingGlyphs(card, await findDrawable(card)));
    const key = digest(tools, JSON.stringify(nodes));
    return cachedFile(cache, key, async () =>
      renderer.render(await chooseNode(nodes, renderer, fonts), { ...cardSize, fonts }),
    );
  };
}

/** Returns the first of a card’s trees whose titles fit, or the last one if none do. */
export async function chooseNode(
  nodes: readonly [Node, ...Node[]],
  renderer: Renderer,
  fonts: FontDetails[],
): Promise<Node> {
  let [chosen] = nodes;
  for (chosen of nodes) {
    const [titles] = (await renderer.measure(chosen, { ...cardSize, fonts })).children;
    if (titles !== undefined && titles.height <= maxTitleHeight) break;
  }
  return chosen;
}

const faces = [
  { weight: 400, file: 'Pretendard-Regular.otf' },
  { weight: 700, file: 'Pretendard-Bold.otf' },
];

/** Loads the fonts of cards from the packages of the project with this root. */
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
    /** Hash of the fonts, the rendering code and the versions of its packages. */
    tools: digest(digestRenderingCode(root), ...fonts.map(({ data }) => data)),
    findDrawable: createGlyphFinder(renderer, fonts),
  };
}

/** Creates a function that finds the characters of a card for which the fonts have glyphs: they render unlike a missing one. */
function createGlyphFinder(renderer: Renderer, fonts: FontDetails[]) {
  const known = new Map<string, boolean>();
  const draw = (text: string): Promise<string> =>
    renderer.renderSvg({ type: 'text', text, style: { fontFamily: cardFont } }, { fonts });
  // The last private use code point, which no font has.
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
