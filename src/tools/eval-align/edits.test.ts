import { expect, test } from 'vitest';
import { beginEditing, editByChance, finishEditing, moveByChance, removeHeadings } from './edits.ts';
import { createRandom } from './random.ts';

const markdown = Array.from(
  { length: 20 },
  (_, at) => `## Heading ${at}\n\nFirst of ${at}. Second.\n\n- Item. More.\n- Item`,
).join('\n\n');

test('edits are the same for one seed and others for another', () => {
  const edit = (seed: number) => {
    const text = beginEditing(markdown);
    editByChance([text], 0.3, createRandom(seed));
    return finishEditing(text).blocks.map((block) => block.text);
  };
  expect(edit(1)).toEqual(edit(1));
  expect(edit(1)).not.toEqual(edit(2));
});

test('as many blocks are edited as were asked for, in all ways, and no heading', () => {
  const text = beginEditing(markdown);
  const edits = editByChance([text], 0.3, createRandom(1));
  expect(edits).toHaveLength(24);
  expect(new Set(edits).size).toBe(3);
  const headings = finishEditing(text).blocks.filter(({ type }) => type === 'heading');
  expect(headings.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => `Heading ${at}`));
});

test('each block knows what was in it', () => {
  const text = beginEditing('One. Two.');
  editByChance([text], 1, { below: () => 2, shuffle: (things) => [...things] });
  expect(finishEditing(text)).toMatchObject({
    blocks: [{ text: 'One.' }, { text: 'Two.' }],
    origins: [[0], [0]],
  });
});

test('of a text without headings the other blocks keep their numbers', () => {
  const text = beginEditing('# A\n\nB\n\n## C\n\nD');
  removeHeadings(text);
  expect(finishEditing(text).origins).toEqual([[1], [3]]);
});

test('what is moved is there still, far away', () => {
  const text = beginEditing(markdown);
  const moved = moveByChance(text, 0.2, createRandom(1));
  expect(moved.length).toBeGreaterThan(0);
  const numbers = finishEditing(text).origins.flat();
  expect([...numbers].sort((a, b) => a - b)).toEqual([...numbers.keys()]);
  for (const number of moved) expect(Math.abs(numbers.indexOf(number) - number)).toBeGreaterThan(1);
});
