import { groupNumbers } from './anchors/group-numbers.ts';
import type { Comparison } from './comparison.ts';
import { leaveOut, type Link } from './link.ts';
import { alignSequence } from './sequence.ts';

/** Align footnotes: those of one label belong together wherever they are written, the others as they follow one another. */
export function alignNotes(comparison: Comparison, notes: Link): Link[] {
  const [own, other] = [
    groupNumbers(notes.source, (block) => comparison.source.blocks[block]?.footnote),
    groupNumbers(notes.target, (block) => comparison.target.blocks[block]?.footnote),
  ];
  const labelled = [...own].flatMap(([label, blocks]): Link[] => {
    const counterparts = other.get(label);
    if (counterparts === undefined) return [];
    return [
      {
        source: blocks.map((at) => notes.source[at] ?? -1),
        target: counterparts.map((at) => notes.target[at] ?? -1),
      },
    ];
  });
  return [...labelled, leaveOut(labelled, notes)].flatMap((part) => alignSequence(comparison, part));
}
