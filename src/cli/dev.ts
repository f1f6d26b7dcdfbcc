import { dev as serveSite } from 'astro';

/** `npm run dev`: serve the site while it is written; each save shows at once, mistakes included. */
export async function dev(words: string[]): Promise<number> {
  process.env.NODE_ENV = 'development';
  const port = Number(words.find((word) => /^\d+$/.test(word)) ?? process.env.PORT ?? 4321);
  await serveSite({ root: process.cwd(), server: { port } });
  return 0;
}
