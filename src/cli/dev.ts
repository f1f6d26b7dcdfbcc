import { dev as serveSite } from 'astro';
import { readPort } from './port.ts';
import { root } from './root.ts';

/** `npm run dev`: serve the site while it is written; each save shows at once, mistakes included. */
export async function dev(words: string[]): Promise<number> {
  process.env.NODE_ENV = 'development';
  await serveSite({ root, server: { port: readPort(words, process.env) } });
  return 0;
}
