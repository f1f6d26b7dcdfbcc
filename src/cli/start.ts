import { build } from './build.ts';
import { serve } from './serve.ts';

/** `npm start`: build the site and serve it. */
export async function start(words: string[]): Promise<number> {
  const code = await build();
  return code === 0 ? serve(words) : code;
}
