import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Diagnostic, Severity } from '../diagnostics/index.ts';

declare module 'vfile-message' {
  interface VFileMessage {
    /** Why the message matters to a reader of the site. */
    why?: string;
    /** How to put it right. */
    fix?: string;
  }
}

/** What a plugin has to say about a node. */
export interface Finding {
  rule: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
}

/** Tell the file's messages about a node; nodes that other plugins made, without a place, are told of at the top. */
export function report(file: VFile, node: Node, { rule, severity, what, why, fix }: Finding): void {
  const message = file.message(what, { place: node.position, ruleId: rule, source: 'narani' });
  message.fatal = severity === 'error';
  message.why = why;
  message.fix = fix;
}

/** The messages of a file as diagnostics, under the name its owner knows it by. */
export function toDiagnostics(file: VFile, name: string): Diagnostic[] {
  return file.messages.map((message) => ({
    file: name,
    line: message.line ?? 1,
    column: message.column ?? 1,
    rule: message.ruleId ?? 'markdown',
    severity: message.fatal === true ? 'error' : 'warning',
    what: message.reason,
    why: message.why ?? 'The page would not show what was meant.',
    fix: message.fix ?? 'Change the text at this place.',
  }));
}
