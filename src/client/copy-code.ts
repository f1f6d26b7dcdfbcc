/** How long a button says that it has copied, in ms: long enough to be read, short enough not to be in the way. */
const shownMs = 2000;

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
  button.textContent = await navigator.clipboard.writeText(textOf(pre, isTerminal)).then(
    () => copied,
    () => failed,
  );
  setTimeout(() => (button.textContent = label), shownMs);
}

function textOf(pre: HTMLElement, isTerminal: boolean): string {
  const lines = [...pre.querySelectorAll('.line')].map((line) => {
    const clone = line.cloneNode(true) as HTMLElement;
    for (const hidden of clone.querySelectorAll('.visually-hidden')) hidden.remove();
    return clone.textContent;
  });
  const commands = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  return (isTerminal && commands.length > 0 ? commands : lines).join('\n');
}
