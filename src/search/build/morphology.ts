import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Garu, type Token } from 'garu-ko';

/** Result of the morphological analysis of a run of Hangul. */
export interface Analysis {
  /** Nouns, verb stems and affixes in order. A verb stem is the dictionary form without “다”. */
  parts: readonly Part[];
}

/** A morpheme that carries meaning. */
export interface Part {
  text: string;
  kind: 'noun' | 'verb' | 'affix' | 'other';
}

/** Splits runs of Hangul into morphemes. */
export interface Analyzer {
  analyze: (run: string) => Analysis;
}

/**
 * Creates the Korean analyzer. Only this file uses `garu-ko`, so it can be replaced.
 *
 * Runs are analyzed one by one, without their sentence: each distinct run is analyzed once per site and cached, and a
 * query, which is not a sentence either, is analyzed the same way. A form that is ambiguous without its sentence (`배가`: a belly, or
 * doubling) gets one reading on both sides.
 */
export async function createAnalyzer(): Promise<Analyzer> {
  const garu = await load();
  return {
    analyze: (run) => {
      const found = garu.analyze(run);
      const { tokens } = Array.isArray(found) ? (found[0] ?? { tokens: [] }) : found;
      return { parts: tokens.flatMap(toPart) };
    },
  };
}

/** Silences a deprecation warning of the package's WebAssembly glue code about how the package itself calls it. */
async function load(): Promise<Garu> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await Garu.load();
  } finally {
    console.warn = warn;
  }
}

/** Maps a tag of the Sejong tag set (21세기 세종계획) to a part. Josa, endings and punctuation are dropped. */
function toPart({ text, pos }: Token): Part[] {
  if (/^(?:NN[GP]|NR|NP|XR|SL|SH|SN)$/.test(pos)) return [{ text, kind: 'noun' }];
  if (/^(?:VV|VA|VX|VCN)$/.test(pos)) return [{ text, kind: 'verb' }];
  if (/^(?:XPN|XSN)$/.test(pos)) return [{ text, kind: 'affix' }];
  return /^(?:NNB|MAG|MAJ|MM|IC)$/.test(pos) ? [{ text, kind: 'other' }] : [];
}

/**
 * Returns a hash of everything that analyses depend on: the package's version and this file. It is part of the cache
 * key.
 */
export async function digestAnalyzer(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('garu-ko/package.json');
  const files = await Promise.all([manifest, fileURLToPath(import.meta.url)].map((file) => readFile(file)));
  return createHash('sha256').update(Buffer.concat(files)).digest('hex');
}
