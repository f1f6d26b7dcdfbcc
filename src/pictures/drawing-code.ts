import { digestSources } from '../cache/index.ts';

/** Digest of the code that draws pictures, in the project with this root, and of the exact packages it uses. */
export async function digestDrawing(root: string): Promise<string> {
  return digestSources(root, ['src/identity', 'src/pictures']);
}
