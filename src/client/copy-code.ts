/** Give each block of code a button that copies it. How that is done is loaded by the first who does it. */
export function addCopyButtons(page: Document): void {
  // No heading can have such an id: a colon never comes out of a heading's text.
  const template = page.getElementById('page:copy-button');
  for (const block of page.querySelectorAll<HTMLElement>('.code')) {
    const button =
      template instanceof HTMLTemplateElement ? template.content.cloneNode(true).firstChild : null;
    if (!(button instanceof HTMLButtonElement)) continue;
    button.addEventListener('click', () => {
      import('./copy.ts').then(
        (code) => code.copy(block, button),
        () => (button.textContent = button.dataset.failed ?? ''),
      );
    });
    block.append(button);
  }
}
