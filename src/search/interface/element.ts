/** What an element is given: text, or nothing for an attribute that it is not to have. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** A new element. What it holds is put in as text or as nodes, never as markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** The element, which does something when it is clicked in the plain way: a link asked to open elsewhere does that. */
export function onPlainClick<Kind extends HTMLElement>(element: Kind, act: () => void): Kind {
  element.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    act();
  });
  return element;
}

/** Whether a click opens its link here, and not in another tab or window. */
export function isPlainClick({ altKey, ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
}
