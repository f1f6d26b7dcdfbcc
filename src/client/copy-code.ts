/** How long a button says that it has copied, in ms: long enough to be read, short enough not to be in the way. */
const shownMs = 2000;

const timers = new WeakMap<HTMLButtonElement, ReturnType<typeof setTimeout>>();

/** Give each block of code a button that copies it; of a terminal, the commands without their prompt. */
export function addCopyButtons(page: Document): void {
  // No heading can have such an id: a colon never comes out of a heading's text.
  const template = page.getElementById('page:copy-button');
  for (const block of page.querySelectorAll<HTMLElement>('.code')) {
    const button =
      template instanceof HTMLTemplateElement ? template.content.cloneNode(true).firstChild : null;
    const pre = block.querySelector('pre');
    if (!(button instanceof HTMLButtonElement) || pre === null) continue;
    button.addEventListener('click', () => void copy(pre, block.matches('.code--terminal'), button));
    block.append(button);
  }
}

async function copy(pre: HTMLElement, isTerminal: boolean, button: HTMLButtonElement): Promise<void> {
  const { copy: label = '', copied = '', failed = '' } = button.dataset;
  try {
    // Absent on pages that came over plain HTTP: that is caught too.
    await navigator.clipboard.writeText(textOf(pre, isTerminal));
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

function textOf(pre: HTMLElement, isTerminal: boolean): string {
  const lines = [...pre.querySelectorAll('.line')].map((line) => {
    const clone = line.cloneNode(true) as HTMLElement;
    for (const hidden of clone.querySelectorAll('.visually-hidden')) hidden.remove();
    return clone.textContent;
  });
  return (isTerminal ? commandsIn(lines) : lines).join('\n');
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
