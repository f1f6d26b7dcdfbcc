import type { Setting } from '../../stage/figure.ts';
import { presetNames } from './preset.ts';
import { choices, ranges, toRange, type RangeName } from './setting.ts';
import { findPreset, startFrom, type State } from './state.ts';
import { ticksPerSecond } from './tick.ts';
import { layPieces, type Piece } from './timeline.ts';

/**
 * A state as pairs for the fragment of an address: its preset, or what was drawn in its stead, and what differs from how that
 * begins.
 *
 * @example
 * stateToFragment({ ...startFrom('burst-then-idle'), interval: 500 }) // 'preset=burst-then-idle&every=5'
 */
export function stateToFragment(state: State): string {
  const preset = findPreset(state);
  const base = startFrom(preset);
  const first = preset === undefined ? `load=${piecesToText(state.pieces)}` : `preset=${preset}`;
  const others = pairs
    .filter(({ write }) => write(state) !== write(base))
    .map(({ key, write }) => `${key}=${write(state)}`);
  return [first, ...others].join('&');
}

/**
 * The state that pairs stand for. What they do not say is as in `base`, or as a preset or a drawing begins where they name one;
 * unknown keys and nonsense count as not said, and numbers out of range as the nearest in it.
 */
export function fragmentToState(fragment: string, base: State = startFrom()): State {
  const said = new Map(fragment.split('&').map(splitPair));
  return pairs.reduce(
    (state, { key, read }) => {
      const text = said.get(key);
      return text === undefined ? state : { ...state, ...read(text) };
    },
    begin(said, base),
  );
}

function begin(said: ReadonlyMap<string, string>, base: State): State {
  const preset = presetNames.find((name) => name === said.get('preset'));
  const pieces = textToPieces(said.get('load') ?? '');
  const state = preset === undefined && pieces === undefined ? base : startFrom(preset);
  return pieces === undefined ? state : { ...state, pieces };
}

/** How a part of a state is written and read. */
interface Pair {
  key: string;
  setting: Setting;
  write: (state: State) => string;
  /** What of a state the text says; nothing where it is nonsense. */
  read: (text: string) => Partial<State>;
}

const pairs: readonly Pair[] = [
  createNumber('at', 'moment', ticksPerSecond),
  createNumber('every', 'interval', ticksPerSecond),
  createNumber('threads', 'threads', 1),
  createNumber('cpus', 'cpus', 1),
  createChoice('mode', 'mode', choices.mode.options),
  createChoice('procps', 'release', choices.release.options),
];

function createNumber(key: string, name: RangeName, scale: number): Pair {
  return {
    key,
    setting: { kind: 'number', min: ranges[name].min / scale, max: ranges[name].max / scale },
    write: (state) => `${state[name] / scale}`,
    read: (text) => {
      const value = toRange(name, textToNumber(text) * scale);
      return value === undefined ? {} : { [name]: value };
    },
  };
}

function createChoice<Name extends 'mode' | 'release'>(
  key: string,
  name: Name,
  options: readonly State[Name][],
): Pair {
  return {
    key,
    setting: { kind: 'choice', options },
    write: (state) => state[name],
    read: (text) => (options.some((option) => option === text) ? { [name]: text } : {}),
  };
}

/** What pairs can be, by their keys: `fragmentToState` takes all of it as it is said. */
export const settings: Readonly<Record<string, Setting>> = {
  preset: { kind: 'choice', options: presetNames },
  load: { kind: 'text', example: '100x20,0x40', isValid: (text) => textToPieces(text) !== undefined },
  ...Object.fromEntries(pairs.map(({ key, setting }) => [key, setting])),
};

/** Each load and how many seconds it lasts: `100x20,0x40`. */
function piecesToText(pieces: readonly Piece[]): string {
  return pieces.map(({ length, level }) => `${level}x${length / ticksPerSecond}`).join(',');
}

function textToPieces(text: string): Piece[] | undefined {
  const stretches = text.split(',').map((each) => {
    const [level = '', seconds = '', ...rest] = each.split('x');
    return {
      level: textToNumber(level),
      length: Math.round(textToNumber(seconds) * ticksPerSecond),
      isWhole: rest.length === 0,
    };
  });
  const isSense = stretches.every(({ level, length, isWhole }) => isWhole && level >= 0 && length >= 0);
  return isSense ? layPieces(stretches) : undefined;
}

function textToNumber(text: string): number {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
}

function splitPair(pair: string): [key: string, value: string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
