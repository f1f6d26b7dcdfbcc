/** What keeps an element as high as it has been at its width: what is below does not go up and down as its text changes. */
export function createHeightKeeper(): (element: HTMLElement | null) => void {
  let [keptWidth, keptHeight] = [0, 0];
  return (element) => {
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    if (width === keptWidth && height <= keptHeight) return;
    // Of another width, it is as high as its text again.
    if (width !== keptWidth) element.style.minHeight = '';
    [keptWidth, keptHeight] = [width, element.getBoundingClientRect().height];
    element.style.minHeight = `${keptHeight}px`;
  };
}
