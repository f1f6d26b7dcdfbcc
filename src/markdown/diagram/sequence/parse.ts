import { listStatements, toProblem, type Problem, type Statement } from '../statement.ts';
import { parseLabel } from '../text/label.ts';
import {
  blockKinds,
  type BlockKind,
  type Event,
  type Message,
  type Note,
  type Participant,
  type Sequence,
} from './sequence.ts';

/** State of the parser. */
interface ParserState {
  title: string | undefined;
  participants: Map<string, Participant>;
  events: Event[];
  problems: Problem[];
  /** Open blocks, outermost first, with the statements that opened them. */
  open: { kind: BlockKind; statement: Statement }[];
  /** Number of nested activations of each participant. */
  busy: Map<string, number>;
  /** Number of the next message and the increment, while messages are numbered. */
  numbering: { next: number; step: number } | undefined;
}

const expected =
  'a participant, a message (`A->>B: text`), a note, `activate`, `autonumber`, `title` or a block (`loop`, `alt`, `opt`, `par`, `critical`, `break`, `rect` … `end`)';

/** Parses the source of a `sequenceDiagram`; every unsupported line is a problem. */
export function parseSequence(source: string): { sequence: Sequence; problems: Problem[] } {
  const state: ParserState = {
    title: undefined,
    participants: new Map(),
    events: [],
    problems: [],
    open: [],
    busy: new Map(),
    numbering: undefined,
  };
  for (const statement of listStatements(source).slice(1)) {
    const isRead = readers.some((read) => read(statement, state));
    if (!isRead) state.problems.push(toProblem(statement, expected));
  }
  for (const { kind, statement } of state.open)
    state.problems.push(toProblem(statement, `an \`end\` after this \`${kind}\``));
  const { title, participants, events, problems } = state;
  return { sequence: { title, participants: [...participants.values()], events }, problems };
}

/** Handles a statement. Returns `false` if the statement has another syntax than this reader handles. */
type Reader = (statement: Statement, state: ParserState) => boolean;

const readers: readonly Reader[] = [
  readParticipant,
  readNote,
  readActivation,
  readBlock,
  readNumbering,
  readTitle,
  readMessage,
];

function readParticipant({ text }: Statement, { participants }: ParserState): boolean {
  const [, kind, id = '', label = id] = /^(participant|actor) ([^:@]+?)(?: as (.+))?$/i.exec(text) ?? [];
  if (kind === undefined) return false;
  participants.set(id, { id, label: parseLabel(label), isActor: kind.toLowerCase() === 'actor' });
  return true;
}

function readNote({ text }: Statement, state: ParserState): boolean {
  const [, side = '', of = '', label = ''] =
    /^note (left of|right of|over) ([^:]+): ?(.+)$/i.exec(text) ?? [];
  const ids = of.split(',').map((id) => id.trim());
  const [first = '', ...others] = ids;
  const maxIds = /over/i.test(side) ? 2 : 1;
  if (first === '' || ids.includes('') || ids.length > maxIds) return false;
  for (const id of ids) ensureParticipant(id, state);
  const where = side.slice(0, side.indexOf(' ')).toLowerCase();
  state.events.push({
    type: 'note',
    side: maxIds === 2 ? 'over' : (where as Note['side']),
    of: [first, ...others],
    label: parseLabel(label),
  });
  return true;
}

function readActivation(statement: Statement, state: ParserState): boolean {
  const [, word, id = ''] = /^(activate|deactivate)\s+([^:]+)$/i.exec(statement.text) ?? [];
  if (word === undefined) return false;
  ensureParticipant(id, state);
  setBusy(id, word.toLowerCase() === 'activate', statement, state);
  return true;
}

function setBusy(
  of: string,
  isBusy: boolean,
  statement: Statement,
  { busy, events, problems }: ParserState,
): void {
  const depth = (busy.get(of) ?? 0) + (isBusy ? 1 : -1);
  if (depth < 0) {
    problems.push(toProblem(statement, `\`${of}\` to have been activated before it is deactivated`));
    return;
  }
  busy.set(of, depth);
  events.push({ type: isBusy ? 'activate' : 'deactivate', of });
}

/** The keyword that separates the branches of a block. */
const nextWords: Readonly<Partial<Record<BlockKind, 'else' | 'and' | 'option'>>> = {
  alt: 'else',
  par: 'and',
  critical: 'option',
};

function readBlock(statement: Statement, state: ParserState): boolean {
  const { open, events } = state;
  const [, word = '', rest = ''] = /^(\w+)(?:\s+(.+))?$/s.exec(statement.text) ?? [];
  const kind = blockKinds.find((each) => each === word);
  const inner = open.at(-1)?.kind;
  if (kind !== undefined) {
    open.push({ kind, statement });
    // The color after `rect` is ignored; the site has its own.
    events.push({ type: 'open', kind, label: kind === 'rect' ? [] : labelOf(rest) });
    return true;
  }
  if (inner === undefined) return false;
  const next = nextWords[inner];
  if (word === 'end' && rest === '') {
    open.pop();
    events.push({ type: 'close', kind: inner });
    return true;
  }
  if (next === undefined || word !== next) return false;
  events.push({ type: 'next', kind: inner, word: next, label: labelOf(rest) });
  return true;
}

function labelOf(text: string): string[] {
  return text === '' ? [] : parseLabel(text);
}

function readNumbering({ text }: Statement, state: ParserState): boolean {
  const found = /^autonumber(?:\s+(?:(off)|(\d+)(?:\s+(\d+))?))?$/i.exec(text);
  if (found === null) return false;
  const [, off, first = 1, step = 1] = found as (string | undefined)[];
  state.numbering = off === undefined ? { next: Number(first), step: Number(step) } : undefined;
  return true;
}

function readTitle({ text }: Statement, state: ParserState): boolean {
  const [, title] = /^title\s*:?\s+(.+)$/i.exec(text) ?? [];
  if (title === undefined) return false;
  state.title = parseLabel(title).join(' ');
  return true;
}

/** Styles of messages by arrow, longest arrow first because some start with others. */
const arrows: readonly [string, Pick<Message, 'isDashed' | 'head' | 'isTwoWay'>][] = [
  ['<<-->>', { isDashed: true, head: 'filled', isTwoWay: true }],
  ['<<->>', { isDashed: false, head: 'filled', isTwoWay: true }],
  ['-->>', { isDashed: true, head: 'filled', isTwoWay: false }],
  ['->>', { isDashed: false, head: 'filled', isTwoWay: false }],
  ['--x', { isDashed: true, head: 'lost', isTwoWay: false }],
  ['-x', { isDashed: false, head: 'lost', isTwoWay: false }],
  ['--)', { isDashed: true, head: 'open', isTwoWay: false }],
  ['-)', { isDashed: false, head: 'open', isTwoWay: false }],
  ['-->', { isDashed: true, head: 'none', isTwoWay: false }],
  ['->', { isDashed: false, head: 'none', isTwoWay: false }],
];

const messageForm = new RegExp(
  `^([^:]+?)(${arrows.map(([arrow]) => arrow.replace(')', '\\)')).join('|')}) ?([+-]?)([^:]+): ?(.*)$`,
  's',
);

function readMessage(statement: Statement, state: ParserState): boolean {
  const [, sender = '', arrow, sign, receiver = '', label = ''] = messageForm.exec(statement.text) ?? [];
  const [from, to] = [sender.trim(), receiver.trim()];
  const form = arrows.find(([each]) => each === arrow)?.[1];
  if (from === '' || to === '' || form === undefined) return false;
  ensureParticipant(from, state);
  ensureParticipant(to, state);
  const numbered = `${nextNumber(state)}${label}`;
  state.events.push({ type: 'message', from, to, label: parseLabel(numbered), ...form });
  if (sign === '+') setBusy(to, true, statement, state);
  if (sign === '-') setBusy(from, false, statement, state);
  return true;
}

function nextNumber({ numbering }: ParserState): string {
  if (numbering === undefined) return '';
  const number = numbering.next;
  numbering.next += numbering.step;
  return `${number}. `;
}

/** Adds a participant at its first mention. */
function ensureParticipant(id: string, { participants }: ParserState): void {
  if (!participants.has(id)) participants.set(id, { id, label: parseLabel(id), isActor: false });
}
