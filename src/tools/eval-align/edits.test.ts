import { expect, test } from 'vitest';
import { beginEditing, editRandomly, finishEditing, moveRandomly, removeHeadings } from './edits.ts';
import { createRandom } from '../generated/random.ts';

const markdown = Array.from(
  { length: 20 },
  (_, at) => `## Heading ${at}\n\nFirst of ${at}. Second.\n\n- Item. More.\n- Item`,
).join('\n\n');

test('edits depend on the seed alone', () => {
  const edit = (seed: number) => {
    const text = beginEditing(markdown);
    editRandomly([text], 0.3, createRandom(seed));
    return finishEditing(text).blocks.map((block) => block.text);
  };
  expect(edit(1)).toEqual(edit(1));
  expect(edit(1)).not.toEqual(edit(2));
});

test('the requested number of blocks is edited, with all kinds of edits, and never a heading', () => {
  const text = beginEditing(markdown);
  const edits = editRandomly([text], 0.3, createRandom(1));
  expect(edits).toHaveLength(24);
  expect(new Set(edits).size).toBe(3);
  const headings = finishEditing(text).blocks.filter(({ type }) => type === 'heading');
  expect(headings.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => `Heading ${at}`));
});

test('each block has the numbers of the blocks it came from', () => {
  const text = beginEditing('One. Two.');
  editRandomly([text], 1, { ...createRandom(1), below: () => 2, shuffle: (items) => [...items] });
  expect(finishEditing(text)).toMatchObject({
    blocks: [{ text: 'One.' }, { text: 'Two.' }],
    origins: [[0], [0]],
  });
});

test('removing headings does not renumber the other blocks', () => {
  const text = beginEditing('# A\n\nB\n\n## C\n\nD');
  removeHeadings(text);
  expect(finishEditing(text).origins).toEqual([[1], [3]]);
});

test('moved blocks are kept, at a distance from their old place', () => {
  const text = beginEditing(markdown);
  const moved = moveRandomly(text, 0.2, createRandom(1));
  expect(moved.length).toBeGreaterThan(0);
  const numbers = finishEditing(text).origins.flat();
  expect([...numbers].sort((a, b) => a - b)).toEqual([...numbers.keys()]);
  for (const number of moved) expect(Math.abs(numbers.indexOf(number) - number)).toBeGreaterThan(1);
});
