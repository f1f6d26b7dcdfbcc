import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleProgram, prepareProgram } from '../astro/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import { evictUnused } from '../cache/index.ts';
import { findMark, groupContent, listPages, listPictures, redirectRules } from '../routes/index.ts';
import { bodyFile, isLostBody, openTexts } from '../texts/index.ts';
import { compressOutputs } from './compress-outputs.ts';
import { publicFolders } from '../sources/index.ts';
import { dressPages } from './dress-pages.ts';
import { listFileOutputs } from './file-outputs.ts';
import { listPublicOutputs } from './public-outputs.ts';
import { writeOutputs, type WrittenFile, type WrittenSite } from './outputs.ts';
import type { Progress } from './progress.ts';
import { renderPages } from './render-pages.ts';
import { makeSearchOutputs } from './search-outputs.ts';

/** Options of {@link buildSite}. */
export interface BuildOptions {
  /** Absolute paths of the project, of its content and of the files that are published as they are. */
  root: string;
  content: string;
  publicFolder: string;
  /** Absolute path of the build cache. */
  cache: string;
  /** Creates an empty folder for temporary files of the bundler, within the project. Returns its absolute path. */
  createTemporary: () => string;
  /** Absolute path of an empty folder for the site. */
  folder: string;
  /** The site that an earlier build wrote, if there is one. */
  previous: WrittenSite | undefined;
  /** The instant of the build. */
  now: Date;
  progress: Progress;
}

/** A site that was just built. */
interface BuiltSite {
  /** A record of each file, for the next build. */
  files: Map<string, WrittenFile>;
  /** The day of the build, in the time zone of the site. */
  today: CalendarDate;
  timezone: string;
}

/**
 * Builds a site into a folder. Each step reuses what earlier builds have made from the same input, so that it takes as long as
 * the change is large; the files are the same as without anything to reuse.
 *
 * @throws `ContentError` if the content has errors, before anything is written
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  try {
    // Few builds need the body of more than a few texts, so a damaged one is found when it is read.
    return await build(options, { verifiesBodies: false });
  } catch (error) {
    if (!isLostBody(error)) throw error;
    rmSync(options.folder, { recursive: true });
    mkdirSync(options.folder);
    return build(options, { verifiesBodies: true });
  }
}

async function build(
  options: BuildOptions,
  { verifiesBodies }: { verifiesBodies: boolean },
): Promise<BuiltSite> {
  const { root, content, publicFolder, cache, now, progress } = options;
  const start = new Date();
  progress.start('Reading the content');
  const texts = openTexts({
    content,
    publicFolder,
    root,
    cache,
    now,
    mode: 'build',
    verifiesBodies,
    onProgress: progress.update,
  });
  const loaded = await texts.load();
  const { settings, library } = loaded;
  const site = groupContent(loaded, await findMark(settings, root));
  const program = await prepareProgram({
    root,
    folder: path.join(cache, 'program'),
    address: settings.site,
    bundle: async () => {
      progress.start('Bundling the pages, styles and scripts');
      const bundled = path.join(options.createTemporary(), 'program');
      await bundleProgram(root, bundled);
      return bundled;
    },
  });
  const pages = await renderPages(listPages(site), { program, cache, progress });
  progress.start('Making fonts, search and other files');
  const outputs = [
    ...(await listFileOutputs(site, { root, cache, code: program.digest })),
    ...(await listPublicOutputs(
      publicFolders({ content, publicFolder }),
      settings.site,
      redirectRules(site),
    )),
    ...(await dressPages(pages, {
      program,
      fonts: path.join(cache, 'fonts'),
      site: settings.site,
    })),
    ...(await makeSearchOutputs(pages, { content: library.content, cache, code: program.digest })),
    ...listPictures(site, { root, cache }).map((picture) => ({ ...picture, key: picture.file })),
  ];
  // A public file replaces one of the same name that is made from the content, such as an icon, but never a page.
  const distinct = [...new Map(outputs.map((output) => [output.file, output])).values()];
  const all = settings.site.precompress ? [...distinct, ...compressOutputs(distinct)] : distinct;
  progress.start(`Writing ${all.length} files`);
  const files = await writeOutputs(all, options.folder, options.previous);
  const kept = distinct.flatMap((output) => output.kept ?? []);
  const bodies = loaded.entries.map(({ content: key }) => bodyFile(key));
  await evictUnused(cache, start, new Set([...kept, ...bodies, `program/${program.digest}`, 'builds']));
  return { files, today: settings.today, timezone: settings.site.timezone };
}
