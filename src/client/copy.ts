/** Duration of the “copied” state of the button, in milliseconds. */
const shownMs = 2000;

const timers = new WeakMap<HTMLButtonElement, ReturnType<typeof setTimeout>>();

/** Copies a code block to the clipboard and shows the outcome on its button. From a terminal it copies only the commands. */
export async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const { copy: label = '', copied = '', failed = '' } = button.dataset;
  try {
    // `clipboard` is undefined on pages served over plain HTTP; the TypeError is caught like a refusal.
    await navigator.clipboard.writeText(textOf(block));
    button.textContent = copied;
  } catch {
    button.textContent = failed;
  }
  clearTimeout(timers.get(button));
  timers.set(
    button,
    setTimeout(() => (button.textContent = label), shownMs),
  );
}

function textOf(block: HTMLElement): string {
  const lines = [...block.querySelectorAll('.line')].map((line) => {
    const clone = line.cloneNode(true) as HTMLElement;
    for (const hidden of clone.querySelectorAll('.visually-hidden')) hidden.remove();
    return clone.textContent;
  });
  return (block.matches('.code--terminal') ? commandsIn(lines) : lines).join('\n');
}

/**
 * Returns the commands of a terminal session without their prompts. A line that ends in `\` continues on the next line. If there
 * is no prompt, returns all lines.
 */
function commandsIn(lines: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let isContinued = false;
  for (const line of lines) {
    const command: string | undefined = isContinued ? line : /^[$#] (.*)$/.exec(line)?.[1];
    if (command !== undefined) commands.push(command);
    isContinued = command?.endsWith('\\') === true;
  }
  return commands.length === 0 ? lines : commands;
}
