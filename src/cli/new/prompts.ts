import * as clack from '@clack/prompts';

/** A prompt that its user left with Ctrl+C or Esc. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Returns whether questions can be asked: both the input and the output are a terminal. */
export function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** A question for one line of text. */
interface TextQuestion {
  message: string;
  /** Text that can be edited. */
  initial?: string | undefined;
  /** Returns what is wrong with an answer, or `undefined`. */
  validate?: (answer: string) => string | undefined;
}

/** Asks for a line of text. Returns it without spaces around it. */
export async function askText({ message, initial = '', validate }: TextQuestion): Promise<string> {
  const answer = await clack.text({
    message,
    initialValue: initial,
    validate: (value) => validate?.((value ?? '').trim()),
  });
  return take(answer).trim();
}

/** Asks for one of several values. */
export async function askChoice<T extends string>(
  message: string,
  options: readonly { value: T; label: string }[],
  initialValue?: T,
): Promise<T> {
  const choices = options as Parameters<typeof clack.select<T>>[0]['options'];
  return take(
    await clack.select<T>({
      message,
      options: choices,
      ...(initialValue === undefined ? {} : { initialValue }),
    }),
  );
}

/** Asks for any number of values. */
export async function askChoices(
  message: string,
  options: readonly { value: string; label: string }[],
): Promise<string[]> {
  return take(await clack.multiselect<string>({ message, options, required: false, maxItems: 12 }));
}

/** Asks a question to be answered with yes or no. */
export async function askYesNo(message: string, initialValue: boolean): Promise<boolean> {
  return take(await clack.confirm({ message, initialValue }));
}

function take<T>(answer: T): Exclude<T, symbol> {
  if (clack.isCancel(answer)) throw new Cancelled('Nothing was written.');
  return answer as Exclude<T, symbol>;
}
