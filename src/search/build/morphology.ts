import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Garu, type Token } from 'garu-ko';

/** What a run of Hangul is made of, as the analyser sees it. */
export interface Analysis {
  /** Nouns, stems and what belongs to them, in their order; a verb's stem as a dictionary has it without “다”. */
  parts: readonly Part[];
}

/** A morpheme that carries meaning. */
export interface Part {
  text: string;
  kind: 'noun' | 'verb' | 'affix' | 'other';
}

/** Takes runs of Hangul apart. */
export interface Analyser {
  analyse: (run: string) => Analysis;
}

/**
 * The analyser of Korean: `garu-ko`, which this file alone knows, so that another may take its place.
 *
 * Runs are analysed one by one, without the sentence around them: each distinct run then costs once, in every text and
 * (kept) in every build, and a query, which has no sentence, is read the same way. What only a sentence could tell
 * (`배가`: a belly, or doubling) is one reading on both sides.
 */
export async function createAnalyser(): Promise<Analyser> {
  const garu = await load();
  return {
    analyse: (run) => {
      const found = garu.analyze(run);
      const { tokens } = Array.isArray(found) ? (found[0] ?? { tokens: [] }) : found;
      return { parts: tokens.flatMap(toPart) };
    },
  };
}

/** The package's WebAssembly glue complains on the console of how the package itself calls it. */
async function load(): Promise<Garu> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await Garu.load();
  } finally {
    console.warn = warn;
  }
}

/** Morphemes by their tag in the Sejong set (21세기 세종계획); josa, endings and signs carry no meaning of their own. */
function toPart({ text, pos }: Token): Part[] {
  if (/^(?:NN[GP]|NR|NP|XR|SL|SH|SN)$/.test(pos)) return [{ text, kind: 'noun' }];
  if (/^(?:VV|VA|VX|VCN)$/.test(pos)) return [{ text, kind: 'verb' }];
  if (/^(?:XPN|XSN)$/.test(pos)) return [{ text, kind: 'affix' }];
  return /^(?:NNB|MAG|MAJ|MM|IC)$/.test(pos) ? [{ text, kind: 'other' }] : [];
}

/** Stands for all that analyses depend on: the version of the package, and how this file reads what it says. */
export async function digestAnalyser(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('garu-ko/package.json');
  const files = await Promise.all([manifest, fileURLToPath(import.meta.url)].map((file) => readFile(file)));
  return createHash('sha256').update(Buffer.concat(files)).digest('hex');
}
