import { createContentReader, type Content, type ContentFolders } from '../sources/index.ts';
import type { TextCaches } from './caches.ts';
import { rememberPictures } from './remember-pictures.ts';

/** Returns a function that reads content as `createContentReader` does, and that remembers pictures and parsed YAML. */
export function createCachedReader(
  folders: ContentFolders,
  { pictures, yaml }: Pick<TextCaches, 'pictures' | 'yaml'>,
): () => Promise<Content> {
  const memory = rememberPictures(pictures);
  const parsed = new Set<string>();
  const readContent = createContentReader(folders, {
    readPicture: memory.read,
    yaml: {
      get: (key) => {
        parsed.add(key);
        return yaml.get(key);
      },
      set: yaml.set,
    },
  });
  return async () => {
    const content = await readContent();
    await memory.save();
    await yaml.save(parsed);
    return content;
  };
}
