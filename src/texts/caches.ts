import path from 'node:path';
import { openPack, type Pack } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { AlignedWith, TextSurvey } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { digestCode } from './code-digest.ts';
import type { Picture, PictureFault } from '../sources/index.ts';
import type { RenderedFacts } from './tasks.ts';

/** What is kept of texts from one process to the next. All of it depends on the code, too. */
export interface TextCaches {
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code that makes texts. */
  code: string;
  /** By digest of the entry. */
  surveys: Pack<TextSurvey | Diagnostic>;
  /** By content hash of the file. */
  pictures: Pack<Picture | PictureFault>;
  /** By digest of the texts of an article and their records. */
  alignments: Pack<[Locale, AlignedWith][]>;
  /** By digest of everything that rendering depends on. */
  rendered: Pack<RenderedFacts>;
}

/**
 * Opens the caches of texts.
 *
 * @param cache absolute path of the build cache
 */
export async function openCaches(cache: string): Promise<TextCaches> {
  const folder = path.join(cache, 'texts');
  const code = await digestCode();
  const [surveys, pictures, alignments, rendered] = await Promise.all([
    openPack<TextSurvey | Diagnostic>(folder, 'surveys', code),
    openPack<Picture | PictureFault>(folder, 'pictures', code),
    openPack<[Locale, AlignedWith][]>(folder, 'alignments', code),
    openPack<RenderedFacts>(folder, 'rendered', code),
  ]);
  return { cache, code, surveys, pictures, alignments, rendered };
}
