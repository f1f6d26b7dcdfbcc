import { z } from 'zod';
import { isLocaleTag } from '../locale/index.ts';
import { isDigest } from './digest.ts';

const digests = z.array(
  z.string().refine(isDigest, 'Unexpected digest, expected ten consonants as written by `npm run translate`'),
);

/**
 * `<locale>.sync.yaml`, written by the tool beside an entry: which blocks of the source this translation renders as they
 * were when it was made, and the anchors it has been published under. A source's own file has anchors alone.
 *
 * Every segment and anchor stands on a line of its own, in the order of the text, so that two branches that touch
 * different blocks merge; what a merge spoils can be made again from the two texts.
 */
export const syncSchema = z.strictObject({
  version: z.literal(1),
  /** The locale of the source; absent in the source's own file. */
  from: z.string().refine(isLocaleTag).optional(),
  /** Blocks of the source and the blocks of the translation that render them; either side may be empty, not both. */
  segments: z.array(z.strictObject({ source: digests, renders: digests })).default([]),
  anchors: z
    .array(z.strictObject({ id: z.string().min(1), digest: z.string().refine(isDigest) }))
    .default([]),
});

/** The record beside one entry. */
export type SyncRecord = z.infer<typeof syncSchema>;

/** A record as YAML: a line for each segment and anchor, LF at the end. */
export function serializeSync(record: SyncRecord): string {
  const list = (words: readonly string[]): string => `[${words.join(', ')}]`;
  return [
    '# Written by the tool; not meant for editing. It can be made again from the two texts.',
    `version: ${record.version}`,
    ...(record.from === undefined ? [] : [`from: ${record.from}`]),
    'segments:' + (record.segments.length === 0 ? ' []' : ''),
    ...record.segments.map(
      ({ source, renders }) => `  - { source: ${list(source)}, renders: ${list(renders)} }`,
    ),
    'anchors:' + (record.anchors.length === 0 ? ' []' : ''),
    ...record.anchors.map(({ id, digest }) => `  - { id: ${JSON.stringify(id)}, digest: ${digest} }`),
    '',
  ].join('\n');
}
