import { listStatements, notRead, type Problem, type Statement } from '../statement.ts';
import { readLabel } from '../text/label.ts';
import {
  blockKinds,
  type BlockKind,
  type Event,
  type Message,
  type Note,
  type Participant,
  type Sequence,
} from './sequence.ts';

/** What has been read so far. */
interface Reading {
  title: string | undefined;
  participants: Map<string, Participant>;
  events: Event[];
  problems: Problem[];
  /** Blocks that are open, outermost first, and where each began. */
  open: { kind: BlockKind; statement: Statement }[];
  /** How often each participant is busy at once. */
  busy: Map<string, number>;
  /** The number of the next message and the step to the one after, while messages are numbered. */
  numbering: { next: number; step: number } | undefined;
}

const expected =
  'a participant, a message (`A->>B: text`), a note, `activate`, `autonumber`, `title` or a block (`loop`, `alt`, `opt`, `par`, `critical`, `break`, `rect` … `end`)';

/** Read the source of a `sequenceDiagram`; every line that can't be drawn is a problem. */
export function parseSequence(source: string): { sequence: Sequence; problems: Problem[] } {
  const reading: Reading = {
    title: undefined,
    participants: new Map(),
    events: [],
    problems: [],
    open: [],
    busy: new Map(),
    numbering: undefined,
  };
  for (const statement of listStatements(source).slice(1)) {
    const isRead = readers.some((read) => read(statement, reading));
    if (!isRead) reading.problems.push(notRead(statement, expected));
  }
  for (const { kind, statement } of reading.open)
    reading.problems.push(notRead(statement, `an \`end\` after this \`${kind}\``));
  const { title, participants, events, problems } = reading;
  return { sequence: { title, participants: [...participants.values()], events }, problems };
}

/** Each takes a statement that is of its form, and says whether it did. */
type Reader = (statement: Statement, reading: Reading) => boolean;

const readers: readonly Reader[] = [
  readParticipant,
  readNote,
  readActivation,
  readBlock,
  readNumbering,
  readTitle,
  readMessage,
];

function readParticipant({ text }: Statement, { participants }: Reading): boolean {
  const [, kind, id = '', label = id] = /^(participant|actor) ([^:@]+?)(?: as (.+))?$/i.exec(text) ?? [];
  if (kind === undefined) return false;
  participants.set(id, { id, label: readLabel(label), isActor: kind.toLowerCase() === 'actor' });
  return true;
}

function readNote({ text }: Statement, reading: Reading): boolean {
  const [, side = '', of = '', label = ''] =
    /^note (left of|right of|over) ([^:]+): ?(.+)$/i.exec(text) ?? [];
  const ids = of.split(',').map((id) => id.trim());
  const [first = '', ...others] = ids;
  const most = /over/i.test(side) ? 2 : 1;
  if (first === '' || ids.includes('') || ids.length > most) return false;
  for (const id of ids) takePart(id, reading);
  const where = side.slice(0, side.indexOf(' ')).toLowerCase();
  reading.events.push({
    type: 'note',
    side: most === 2 ? 'over' : (where as Note['side']),
    of: [first, ...others],
    label: readLabel(label),
  });
  return true;
}

function readActivation(statement: Statement, reading: Reading): boolean {
  const [, word, id = ''] = /^(activate|deactivate)\s+([^:]+)$/i.exec(statement.text) ?? [];
  if (word === undefined) return false;
  takePart(id, reading);
  setBusy(id, word.toLowerCase() === 'activate', statement, reading);
  return true;
}

function setBusy(
  of: string,
  isBusy: boolean,
  statement: Statement,
  { busy, events, problems }: Reading,
): void {
  const depth = (busy.get(of) ?? 0) + (isBusy ? 1 : -1);
  if (depth < 0) {
    problems.push(notRead(statement, `\`${of}\` to have been activated before it is deactivated`));
    return;
  }
  busy.set(of, depth);
  events.push({ type: isBusy ? 'activate' : 'deactivate', of });
}

/** The word by which a block goes on with another case. */
const nextWords: Readonly<Partial<Record<BlockKind, 'else' | 'and' | 'option'>>> = {
  alt: 'else',
  par: 'and',
  critical: 'option',
};

function readBlock(statement: Statement, reading: Reading): boolean {
  const { open, events } = reading;
  const [, word = '', rest = ''] = /^(\w+)(?:\s+(.+))?$/s.exec(statement.text) ?? [];
  const kind = blockKinds.find((each) => each === word);
  const inner = open.at(-1)?.kind;
  if (kind !== undefined) {
    open.push({ kind, statement });
    // What follows `rect` is a colour; the site has its own.
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
  return text === '' ? [] : readLabel(text);
}

function readNumbering({ text }: Statement, reading: Reading): boolean {
  const found = /^autonumber(?:\s+(?:(off)|(\d+)(?:\s+(\d+))?))?$/i.exec(text);
  if (found === null) return false;
  const [, off, first = 1, step = 1] = found as (string | undefined)[];
  reading.numbering = off === undefined ? { next: Number(first), step: Number(step) } : undefined;
  return true;
}

function readTitle({ text }: Statement, reading: Reading): boolean {
  const [, title] = /^title\s*:?\s+(.+)$/i.exec(text) ?? [];
  if (title === undefined) return false;
  reading.title = readLabel(title).join(' ');
  return true;
}

/** How a message is drawn by its arrow, longest first. */
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

function readMessage(statement: Statement, reading: Reading): boolean {
  const [, sender = '', arrow, sign, receiver = '', label = ''] = messageForm.exec(statement.text) ?? [];
  const [from, to] = [sender.trim(), receiver.trim()];
  const form = arrows.find(([each]) => each === arrow)?.[1];
  if (from === '' || to === '' || form === undefined) return false;
  takePart(from, reading);
  takePart(to, reading);
  const numbered = `${nextNumber(reading)}${label}`;
  reading.events.push({ type: 'message', from, to, label: readLabel(numbered), ...form });
  if (sign === '+') setBusy(to, true, statement, reading);
  if (sign === '-') setBusy(from, false, statement, reading);
  return true;
}

function nextNumber({ numbering }: Reading): string {
  if (numbering === undefined) return '';
  const number = numbering.next;
  numbering.next += numbering.step;
  return `${number}. `;
}

/** Whoever is named takes part, in the order of first mention. */
function takePart(id: string, { participants }: Reading): void {
  if (!participants.has(id)) participants.set(id, { id, label: readLabel(id), isActor: false });
}
