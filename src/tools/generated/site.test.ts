import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { errorsIn } from '../../diagnostics/index.ts';
import { checkSite } from '../../texts/index.ts';
import { createFolder, writeFiles } from '../sites/run.ts';
import {
  addArticle,
  addBlock,
  deleteArticle,
  editTitle,
  editTopics,
  editWord,
  listGenerated,
  renameArticle,
} from './edit-content.ts';
import { createRandom } from './random.ts';
import { createSite } from './site.ts';

test('the same seed gives the same site, and another seed another', () => {
  expect(createSite(3, 10)).toEqual(createSite(3, 10));
  expect(createSite(3, 10)).not.toEqual(createSite(4, 10));
});

test('a larger site contains the articles of a smaller one', () => {
  expect(createSite(1, 40)).toMatchObject(createSite(1, 20));
});

test('a text has about 10 KB, as in the documentation that lengths are taken from', () => {
  const texts = Object.entries(createSite(1, 400)).filter(([file]) => file.endsWith('.md'));
  expect(texts).toHaveLength(400);
  const mean = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / texts.length;
  expect(mean).toBeGreaterThan(8_000);
  expect(mean).toBeLessThan(12_000);
});

test('a generated site has no errors, before and after edits', async () => {
  const root = createFolder('generated');
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const content = path.join(root, 'content');
  writeFiles(content, createSite(1, 16));
  const check = async () => {
    const { diagnostics } = await checkSite(
      { content, publicFolder: path.join(root, 'public'), root },
      { cache: path.join(root, 'cache'), now: new Date() },
    );
    return errorsIn(diagnostics);
  };
  expect(await check()).toEqual([]);
  const random = createRandom(1);
  for (const edit of [editWord, addBlock, editTitle, editTopics, addArticle]) edit(content, random);
  renameArticle(content, random, random.pick(listGenerated(content)));
  deleteArticle(content, random.pick(listGenerated(content)));
  expect(await check()).toEqual([]);
});
