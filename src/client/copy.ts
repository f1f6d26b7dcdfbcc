/** How long a button says that it has copied, in ms: long enough to be read, short enough not to be in the way. */
const shownMs = 2000;

const timers = new WeakMap<HTMLButtonElement, ReturnType<typeof setTimeout>>();

/** Copy a block of code, of a terminal the commands without their prompt, and say so on its button. */
export async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const { copy: label = '', copied = '', failed = '' } = button.dataset;
  try {
    // Absent on pages that came over plain HTTP: that is caught too.
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

/** The commands of a terminal without their prompt, a line that ends in `\` with the one it goes on in; all lines where there is no prompt. */
function commandsIn(lines: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const command: string | undefined = goesOn ? line : /^[$#] (.*)$/.exec(line)?.[1];
    if (command !== undefined) commands.push(command);
    goesOn = command?.endsWith('\\') === true;
  }
  return commands.length === 0 ? lines : commands;
}
