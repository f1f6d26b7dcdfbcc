/** Attributes of a new element. `undefined` omits an attribute. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Creates an element (hyperscript style). Children are text or nodes, never markup. */
export function h<Name extends keyof HTMLElementTagNameMap>(
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

/** Handles plain clicks on an element. Clicks that open a link in another tab or window keep their default action. */
export function onPlainClick<Kind extends HTMLElement>(element: Kind, onClick: () => void): Kind {
  element.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onClick();
  });
  return element;
}

/** Returns whether a click opens its link in the current tab. */
export function isPlainClick({ altKey, ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
}
