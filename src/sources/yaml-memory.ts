import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Place } from '../diagnostics/index.ts';
import { parseYaml } from './yaml.ts';

/** Parsed YAML by content hash, so that it need not be parsed again. */
export interface YamlMemory {
  get: (key: string) => RememberedYaml | undefined;
  set: (key: string, parsed: RememberedYaml) => void;
}

/** YAML without mistakes, as plain data. */
export interface RememberedYaml {
  value: unknown;
  places: readonly (readonly [string, Place])[];
}

/** Origin of a piece of YAML, see {@link parseYaml}, and the name of the schema that it is validated against. */
interface NamedSource {
  file: string;
  linesBefore: number;
  schema: string;
}

/** Parses YAML as {@link parseYaml} does, or takes it from a memory. YAML with mistakes is not remembered. */
export function recallYaml<T>(
  text: string,
  schemaFor: (data: unknown) => z.ZodType<T>,
  { schema, ...source }: NamedSource,
  memory: YamlMemory | undefined,
): Omit<ReturnType<typeof parseYaml<T>>, 'keys'> {
  if (memory === undefined) return parseYaml(text, schemaFor, source);
  const key = createHash('sha256').update(`${schema}\n${source.linesBefore}\n${text}`).digest('base64url');
  const known = memory.get(key);
  if (known !== undefined) return { value: known.value as T, diagnostics: [], places: new Map(known.places) };
  const parsed = parseYaml(text, schemaFor, source);
  const { value, diagnostics, places } = parsed;
  if (value !== undefined && diagnostics.length === 0) memory.set(key, { value, places: [...places] });
  return parsed;
}
