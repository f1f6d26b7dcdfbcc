import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Diagnostic, Severity } from '../diagnostics/index.ts';

declare module 'vfile-message' {
  interface VFileMessage {
    /** The consequence for readers of the site. */
    why?: string;
    /** A way to fix the problem. */
    fix?: string;
  }
}

/** A problem that a plugin has found in a node. */
export interface Finding {
  rule: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
}

/** Adds a problem to the file's messages, at the node's position or else at the top of the file. */
export function report(file: VFile, node: Node, { rule, severity, what, why, fix }: Finding): void {
  const message = file.message(what, { place: node.position, ruleId: rule, source: 'narani' });
  message.fatal = severity === 'error';
  message.why = why;
  message.fix = fix;
}

/** Converts a file's messages to diagnostics. `name` is the file's path as users know it. */
export function toDiagnostics(file: VFile, name: string): Diagnostic[] {
  return file.messages.map((message) => ({
    file: name,
    line: message.line ?? 1,
    column: message.column ?? 1,
    rule: message.ruleId ?? 'markdown',
    severity: message.fatal === true ? 'error' : 'warning',
    what: message.reason,
    why: message.why ?? 'The page may not show what you mean.',
    fix: message.fix ?? 'Change the text here.',
  }));
}
