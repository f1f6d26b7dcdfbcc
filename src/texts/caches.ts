import path from 'node:path';
import { openPack, type Pack } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { AlignedWith, TextSurvey } from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { digestCode } from './code-digest.ts';
import type { Picture, PictureFault, RememberedYaml } from '../sources/index.ts';
import type { RenderedFacts } from './tasks.ts';

/** The results about texts that one process keeps for the next. All of them depend on the code, too. */
export interface TextCaches {
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code that makes texts. */
  code: string;
  /** By digest of the entry. */
  surveys: Pack<TextSurvey | Diagnostic>;
  /** Front matter and records, by content hash. */
  yaml: Pack<RememberedYaml>;
  /** By content hash of the file. */
  pictures: Pack<Picture | PictureFault>;
  /** By digest of the texts of an article and their records. */
  alignments: Pack<[Locale, AlignedWith][]>;
  /** By digest of everything that rendering depends on. */
  rendered: Pack<RenderedFacts>;
  /** Diagnostics of texts that were linted, not rendered, by the same digest. */
  linted: Pack<readonly Diagnostic[]>;
}

/** The place and the use of the caches. */
export interface CacheOptions {
  /** Absolute path of the build cache. */
  cache: string;
  /** Whether nothing is saved, because another process uses the cache. */
  isReadOnly?: boolean;
}

/** Opens the caches of texts. */
export async function openCaches({ cache, isReadOnly = false }: CacheOptions): Promise<TextCaches> {
  const code = digestCode();
  const open = async <T>(name: string): Promise<Pack<T>> =>
    openPack<T>(path.join(cache, 'texts'), name, code, { isReadOnly });
  const [yaml, surveys, pictures, alignments, rendered, linted] = await Promise.all([
    open<RememberedYaml>('yaml'),
    open<TextSurvey | Diagnostic>('surveys'),
    open<Picture | PictureFault>('pictures'),
    open<[Locale, AlignedWith][]>('alignments'),
    open<RenderedFacts>('rendered'),
    open<readonly Diagnostic[]>('linted'),
  ]);
  return { cache, code, yaml, surveys, pictures, alignments, rendered, linted };
}
