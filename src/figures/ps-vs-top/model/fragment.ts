import type { Setting } from '../../stage/figure.ts';
import { parseNumber, parsePairs } from '../../stage/pairs.ts';
import {
  choices,
  createState,
  findPreset,
  presetNames,
  ranges,
  toRange,
  type RangeName,
  type State,
} from './state.ts';
import { createPieces, ticksPerSecond, type LoadPiece } from './timeline.ts';

/**
 * Serializes a state as `key=value` pairs for a URL fragment: its preset or custom load, then every setting that differs from the
 * preset’s default.
 *
 * @example
 * stateToFragment({ ...createState('burst-then-idle'), interval: 500 }) // 'preset=burst-then-idle&every=5'
 */
export function stateToFragment(state: State): string {
  const preset = findPreset(state);
  const base = createState(preset);
  const first = preset === undefined ? `load=${piecesToText(state.pieces)}` : `preset=${preset}`;
  const others = codecs
    .filter(({ write }) => write(state) !== write(base))
    .map(({ key, write }) => `${key}=${write(state)}`);
  return [first, ...others].join('&');
}

/**
 * Parses `key=value` pairs into a state. Missing keys get the defaults of the preset or custom load if the pairs name one, else
 * the values of `base`. Unknown keys and invalid values are ignored; numbers out of range are clamped.
 */
export function fragmentToState(fragment: string, base: State = createState()): State {
  const values = parsePairs(fragment);
  return codecs.reduce(
    (state, { key, read }) => {
      const text = values.get(key);
      return text === undefined ? state : { ...state, ...read(text) };
    },
    readLoad(values, base),
  );
}

function readLoad(values: ReadonlyMap<string, string>, base: State): State {
  const preset = presetNames.find((name) => name === values.get('preset'));
  const pieces = textToPieces(values.get('load') ?? '');
  const state = preset === undefined && pieces === undefined ? base : createState(preset);
  return pieces === undefined ? state : { ...state, pieces };
}

/** Writes and reads one setting of a state. */
interface Codec {
  key: string;
  setting: Setting;
  write: (state: State) => string;
  /** Returns the change to the state, or nothing if the text is invalid. */
  read: (text: string) => Partial<State>;
}

const codecs: readonly Codec[] = [
  createNumber('at', 'moment', ticksPerSecond),
  createNumber('every', 'interval', ticksPerSecond),
  createNumber('threads', 'threads', 1),
  createNumber('cpus', 'cpus', 1),
  createChoice('mode', 'mode', choices.mode.options),
  createChoice('procps', 'release', choices.release.options),
];

function createNumber(key: string, name: RangeName, scale: number): Codec {
  return {
    key,
    setting: { kind: 'number', min: ranges[name].min / scale, max: ranges[name].max / scale },
    write: (state) => `${state[name] / scale}`,
    read: (text) => {
      const value = toRange(name, parseNumber(text) * scale);
      return value === undefined ? {} : { [name]: value };
    },
  };
}

function createChoice<Name extends 'mode' | 'release'>(
  key: string,
  name: Name,
  options: readonly State[Name][],
): Codec {
  return {
    key,
    setting: { kind: 'choice', options },
    write: (state) => state[name],
    read: (text) => (options.some((option) => option === text) ? { [name]: text } : {}),
  };
}

/** The allowed values of each key. `fragmentToState` neither ignores nor clamps any of these. */
export const settings: Readonly<Record<string, Setting>> = {
  preset: { kind: 'choice', options: presetNames },
  load: { kind: 'text', example: '100x20,0x40', isValid: (text) => textToPieces(text) !== undefined },
  ...Object.fromEntries(codecs.map(({ key, setting }) => [key, setting])),
};

/** Writes each load with its length in seconds: `100x20,0x40`. */
function piecesToText(pieces: readonly LoadPiece[]): string {
  return pieces.map(({ length, level }) => `${level}x${length / ticksPerSecond}`).join(',');
}

function textToPieces(text: string): LoadPiece[] | undefined {
  const stretches = text.split(',').map((each) => {
    const [level = '', seconds = '', ...rest] = each.split('x');
    return {
      level: parseNumber(level),
      length: Math.round(parseNumber(seconds) * ticksPerSecond),
      isComplete: rest.length === 0,
    };
  });
  const isValid = stretches.every(({ level, length, isComplete }) => isComplete && level >= 0 && length >= 0);
  return isValid ? createPieces(stretches) : undefined;
}
