import type { Diagnostic } from '../diagnostics/index.ts';

/** A file that is to stand in the content. */
export interface PlannedFile {
  /** Absolute path. */
  path: string;
  /** As its owner knows it. */
  file: string;
  text: string;
  /** What stands there now; `undefined` where nothing does. */
  current: Uint8Array | undefined;
  /** Whether all that stands there stays, and something is added to it. */
  isAddition: boolean;
}

/** Planned files by what would be done to them. */
export interface Changes {
  created: readonly PlannedFile[];
  extended: readonly PlannedFile[];
  overwritten: readonly PlannedFile[];
  unchanged: readonly PlannedFile[];
}

/** Tell planned files by what stands in their place. */
export function compareFiles(planned: readonly PlannedFile[]): Changes {
  const groups = Map.groupBy(planned, changeOf);
  const filesOf = (change: keyof Changes): readonly PlannedFile[] => groups.get(change) ?? [];
  return {
    created: filesOf('created'),
    extended: filesOf('extended'),
    overwritten: filesOf('overwritten'),
    unchanged: filesOf('unchanged'),
  };
}

function changeOf({ current, text, isAddition }: PlannedFile): keyof Changes {
  if (current === undefined) return 'created';
  if (Buffer.from(text).equals(current)) return 'unchanged';
  return isAddition ? 'extended' : 'overwritten';
}

/** What the owner of files is told that would be overwritten, each at the first line that differs. */
export function refuseOverwriting(files: readonly PlannedFile[]): Diagnostic[] {
  return files.map(({ file, text, current }) => ({
    file,
    line: firstDifference(new TextDecoder().decode(current), text),
    column: 1,
    rule: 'import/overwrites',
    severity: 'error',
    what: 'Unexpected file where a text would be written: from this line on it says something else',
    why: 'What has been written there would be lost.',
    fix: 'Move it away, or run the command with `--force` to overwrite every such file.',
  }));
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return index === -1 ? left.length : index + 1;
}
