import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestCode } from '../texts/code-digest.ts';
import { mayImport } from './architecture.ts';
import { copyProject } from '../tools/sites/run.ts';

const project = copyProject('digest');

afterAll(() => {
  rmSync(project, { recursive: true });
});

test.each(partsBehind('texts'))(
  'a change of the code in %s, which texts are made by, changes the digest',
  (part) => {
    const before = digestCode(project);
    appendFileSync(path.join(project, 'src', part, 'index.ts'), '// Changed.\n');
    expect(digestCode(project)).not.toBe(before);
  },
);

/** A part and all that it may import, directly or through others. */
function partsBehind(part: string): string[] {
  const found = new Set([part]);
  for (const each of found) for (const other of mayImport[each] ?? []) found.add(other);
  return [...found];
}
