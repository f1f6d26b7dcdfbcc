import { parseArgs, type ParseArgsConfig } from 'node:util';
import { findNearest } from '../diagnostics/index.ts';

/** Mistakes in the arguments of a command; the message has a line for each. Commands exit with 2. */
export class UsageError extends Error {
  override name = 'UsageError';

  /** @param problems sentences without a period */
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** What {@link parseArgs} accepts, without the settings that decide how mistakes are found. */
type ArgumentsConfig = Omit<ParseArgsConfig, 'strict' | 'tokens' | 'allowNegative'> & { args: string[] };

/** An argument, as Node’s documentation describes it. */
type Token =
  | {
      kind: 'option';
      name: string;
      rawName: string;
      value: string | undefined;
      inlineValue: boolean | undefined;
    }
  | { kind: 'positional'; value: string }
  | { kind: 'option-terminator' };

/**
 * Parses command-line arguments as Node’s `parseArgs` does, with all mistakes in one error: unknown options with the closest known
 * one, missing and superfluous values, and superfluous arguments.
 *
 * @throws UsageError
 */
export function parseArguments<T extends ArgumentsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const lenient: ParseArgsConfig = { ...config, strict: false, tokens: true, allowPositionals: true };
  const tokens = (parseArgs(lenient) as { tokens?: readonly Token[] }).tokens ?? [];
  const isUnknown = (token?: Token): boolean =>
    token?.kind === 'option' &&
    !Object.hasOwn(config.options ?? {}, token.name) &&
    token.inlineValue !== true;
  // What follows an unknown option is probably its value, not another mistake.
  const mistakes = tokens.flatMap((token, index) =>
    token.kind === 'positional' && isUnknown(tokens[index - 1]) ? [] : (findMistake(token, config) ?? []),
  );
  if (mistakes.length > 0) throw new UsageError([...new Set(mistakes)]);
  return parseArgs(config);
}

function findMistake(token: Token, { options = {}, allowPositionals }: ArgumentsConfig): string | undefined {
  if (token.kind === 'option-terminator') return undefined;
  if (token.kind === 'positional')
    return allowPositionals === true ? undefined : `Unexpected argument \`${token.value}\``;
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) return unknownOption(rawName, Object.keys(options));
  if (option.type === 'boolean')
    return value === undefined ? undefined : `\`${rawName}\` takes no value, but \`${value}\` was given`;
  // An option in the place of a value is a forgotten value; one that begins with a hyphen is written `--name=-value`.
  const isMissing = value === undefined || (inlineValue !== true && value.startsWith('-') && value !== '-');
  return isMissing ? `\`${rawName}\` needs a value` : undefined;
}

function unknownOption(rawName: string, names: readonly string[]): string {
  const known = [...names, 'help'];
  const nearest = findNearest(rawName.replace(/^-+/, ''), known);
  return `Unknown option \`${rawName}\`${nearest === undefined ? '' : `: did you mean \`--${nearest}\`?`}`;
}
