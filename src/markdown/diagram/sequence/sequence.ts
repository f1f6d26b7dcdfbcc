/** A sequence diagram, as its source says it: who takes part, and what happens in order. */
export interface Sequence {
  /** What the whole is called, if its source says so. */
  title: string | undefined;
  participants: readonly Participant[];
  events: readonly Event[];
}

export interface Participant {
  id: string;
  label: readonly string[];
  isActor: boolean;
}

export type Event = Message | Note | Activation | BlockEdge;

export interface Message {
  type: 'message';
  from: string;
  to: string;
  label: readonly string[];
  isDashed: boolean;
  /** How it ends: a `lost` message never reaches its receiver. */
  head: 'none' | 'filled' | 'open' | 'lost';
  isTwoWay: boolean;
}

export interface Note {
  type: 'note';
  side: 'left' | 'right' | 'over';
  of: readonly [string, ...string[]];
  label: readonly string[];
}

/** That a participant begins or ceases to be busy. */
export interface Activation {
  type: 'activate' | 'deactivate';
  of: string;
}

export const blockKinds = ['alt', 'break', 'critical', 'loop', 'opt', 'par', 'rect'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Where a block begins, goes on with another case, or ends. */
export type BlockEdge =
  | { type: 'open'; kind: BlockKind; label: readonly string[] }
  | { type: 'next'; kind: BlockKind; word: 'else' | 'and' | 'option'; label: readonly string[] }
  | { type: 'close'; kind: BlockKind };
