import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editAtRandom, type EditedProject } from '../../tools/generated/edit-project.ts';
import { createRandom } from '../../tools/generated/random.ts';
import { createSite } from '../../tools/generated/site.ts';
import { compareFolders } from '../../tools/sites/compare-folders.ts';
import { buildSite, copyProject, copySources, removeCaches, writeFiles } from '../../tools/sites/run.ts';

/** Number of edits, and the seed that determines them. `EDITS=500 npm run test:site -- random-edits` tries more. */
const edits = Number(process.env.EDITS ?? 30);
const seed = Number(process.env.SEED ?? 1);

/** A clean build takes as long as many incremental ones, so it follows several of them, and an incremental one follows up to three edits. */
const maxEditsPerBuild = 3;
const buildsPerComparison = 4;

test(
  `incremental builds after ${edits} random edits of every kind equal clean builds, byte for byte`,
  async () => {
    const random = createRandom(seed);
    const project: EditedProject = { folder: createProject(), now: Date.UTC(2026, 5, 1) / 1_000 };
    const clean: EditedProject = { ...project, folder: copyProject('clean') };
    await build(project);
    const done: string[] = [];
    for (let builds = 1; done.length < edits; builds += 1) {
      const count = Math.min(1 + random.below(maxEditsPerBuild), edits - done.length);
      for (let edit = 0; edit < count; edit += 1)
        done.push(`build ${builds}: ${await editAtRandom(project, random)}`);
      await build(project, done);
      if (builds % buildsPerComparison !== 0 && done.length < edits) continue;
      copySources(project.folder, clean.folder);
      removeCaches(clean.folder);
      await build({ ...clean, now: project.now }, done);
      const difference = compareFolders(outputOf(project), outputOf(clean));
      expect(difference, describe(done)).toBe(undefined);
    }
    for (const { folder } of [project, clean]) rmSync(folder, { recursive: true });
  },
  120_000 + edits * 60_000,
);

/** Copies the project with the fixture site, which has articles in every state, and generated articles that link to one another. */
function createProject(): string {
  const project = copyProject('edited');
  const articles = Object.entries(createSite(seed, 16)).filter(([file]) => file.startsWith('articles/'));
  // The topics of generated articles are not those of the fixture site.
  const files = articles.map(([file, text]) => [file, text.replace(/^topics: .*$/m, 'topics: [words]')]);
  writeFiles(path.join(project, 'content'), Object.fromEntries(files) as Record<string, string>);
  return project;
}

async function build({ folder, now }: EditedProject, done: readonly string[] = []): Promise<void> {
  await buildSite(
    path.join(folder, 'content'),
    path.join(folder, 'dist'),
    { SOURCE_DATE_EPOCH: String(now) },
    folder,
  ).catch((error: unknown) => {
    throw new Error(describe(done), { cause: error });
  });
}

function outputOf({ folder }: EditedProject): string {
  return path.join(folder, 'dist');
}

function describe(done: readonly string[]): string {
  return `SEED=${seed}, after these edits, the last ones first:\n${done.toReversed().join('\n')}\n`;
}
