import path from 'node:path';
import { cachedFile } from '../cache/index.ts';
import { createFileTools, listFiles, type FileRoute, type SiteContent } from '../routes/index.ts';
import { digestData, digestModel } from './digest-data.ts';
import { toOutput, type Output } from './outputs.ts';

/** Options of {@link listFileOutputs}. */
interface FileOptions {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code. */
  code: string;
}

/** Lists the files made from a site’s content, besides its pages. Those that take long to make are kept for later builds. */
export async function listFileOutputs(
  content: SiteContent,
  { root, cache, code }: FileOptions,
): Promise<Output[]> {
  const tools = createFileTools(root, cache);
  const routes = await listFiles(content, tools.readBody);
  return Promise.all(
    routes.map(async (route): Promise<Output> => {
      const make = async (): Promise<Uint8Array> => toBytes(await route.make(tools));
      if (route.model === undefined) return toOutput(route.file, await make());
      const key = digestData(code, route.file, digestModel(route.model));
      return {
        file: route.file,
        key,
        kept: `files/${key}`,
        make: () => cachedFile(path.join(cache, 'files'), key, make),
      };
    }),
  );
}

function toBytes(made: Awaited<ReturnType<FileRoute['make']>>): Uint8Array {
  return typeof made === 'string' ? Buffer.from(made) : made;
}
