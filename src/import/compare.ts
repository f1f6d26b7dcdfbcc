import type { Diagnostic } from '../diagnostics/index.ts';

/** A file that the import would write. */
export interface PlannedFile {
  /** Absolute path. */
  path: string;
  /** Path to show in messages. */
  file: string;
  text: string;
  /** The current bytes; `undefined` if the file does not exist. */
  current: Uint8Array | undefined;
  /** Whether the planned text keeps everything in the current file and only adds to it. */
  isAddition: boolean;
}

/** Planned files, grouped by the effect of writing them. */
export interface Changes {
  created: readonly PlannedFile[];
  extended: readonly PlannedFile[];
  overwritten: readonly PlannedFile[];
  unchanged: readonly PlannedFile[];
}

/** Groups planned files by comparing them with the current ones. */
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

/** Reports files that would be overwritten, each at the first line that differs. */
export function reportOverwritten(files: readonly PlannedFile[]): Diagnostic[] {
  return files.map(({ file, text, current }) => ({
    file,
    line: firstDifference(new TextDecoder().decode(current), text),
    column: 1,
    rule: 'import/overwrites',
    severity: 'error',
    what: 'A different text already exists here; this is the first line that differs',
    why: 'The import would overwrite it.',
    fix: 'Move the file away, or use `--force` to overwrite all such files.',
  }));
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return index === -1 ? left.length : index + 1;
}
