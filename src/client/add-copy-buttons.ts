/** Adds a copy button to each code block. The code that copies is lazy-loaded on the first click. */
export function addCopyButtons(page: Document): void {
  // Ids of headings never contain a colon, so this one cannot collide with them.
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
