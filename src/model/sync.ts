import { z } from 'zod';
import { isLocaleTag } from '../locale/index.ts';
import { isDigest } from './digest.ts';

const digests = z.array(
  z.string().refine(isDigest, 'Unexpected digest, expected ten consonants as written by `npm run translate`'),
);

/**
 * Schema of `<locale>.sync.yaml`, which the `translate` command writes beside an entry. It records which blocks of the source the
 * translation renders, and the anchors under which the entry has been published. The file of a source has only anchors.
 *
 * Each segment and anchor is on a line of its own, in the order of the text, so that branches that edit different blocks merge
 * without conflicts. A file damaged by a merge can be regenerated from the two texts.
 */
export const syncSchema = z.strictObject({
  version: z.literal(1),
  /** The locale of the source; absent in the source's own file. */
  from: z.string().refine(isLocaleTag).optional(),
  /** Digests of source blocks and of the translation's blocks that render them. One side may be empty, but not both. */
  segments: z.array(z.strictObject({ source: digests, renders: digests })).default([]),
  anchors: z
    .array(z.strictObject({ id: z.string().min(1), digest: z.string().refine(isDigest) }))
    .default([]),
});

/** The sync file of one entry. */
export type SyncRecord = z.infer<typeof syncSchema>;

/** Serializes a sync file as YAML, with one line per segment and anchor. */
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
