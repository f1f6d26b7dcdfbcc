/** A parsed sequence diagram. */
export interface Sequence {
  /** Title of the diagram, if it has one. */
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
  /** The end of the line. A `lost` message never reaches its receiver. */
  head: 'none' | 'filled' | 'open' | 'lost';
  isTwoWay: boolean;
}

export interface Note {
  type: 'note';
  side: 'left' | 'right' | 'over';
  of: readonly [string, ...string[]];
  label: readonly string[];
}

/** Start or end of an activation, which is shown as a bar on the lifeline. */
interface Activation {
  type: 'activate' | 'deactivate';
  of: string;
}

export const blockKinds = ['alt', 'break', 'critical', 'loop', 'opt', 'par', 'rect'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Start of a block, start of its next branch, or its end. */
export type BlockEdge =
  | { type: 'open'; kind: BlockKind; label: readonly string[] }
  | { type: 'next'; kind: BlockKind; word: 'else' | 'and' | 'option'; label: readonly string[] }
  | { type: 'close'; kind: BlockKind };
