/** The button that unfolds a row. */
interface Fold {
  fold: HTMLElement;
  /** Returns its label if it shows so many more buttons. */
  label: (count: number) => string;
}

/**
 * Hides the buttons that don't fit on the first line of a row whenever its width changes, and shows the button that unfolds
 * it after the others. A pressed button stays visible.
 */
export function keepOnOneLine(row: HTMLElement, buttons: readonly HTMLElement[], fold: Fold): void {
  row.classList.add('folded');
  // Called before the first paint, too. The row has a fixed height, so hiding buttons doesn't resize it.
  new ResizeObserver(() => {
    hideOverflow(row, buttons, fold);
  }).observe(row);
}

function hideOverflow(row: HTMLElement, buttons: readonly HTMLElement[], { fold, label }: Fold): void {
  for (const button of buttons) button.hidden = false;
  fold.hidden = true;
  const [first] = buttons;
  if (first === undefined || buttons.at(-1)?.offsetTop === first.offsetTop) return;
  fold.hidden = false;
  // The widest label it can have.
  fold.textContent = label(buttons.length);
  const { columnGap, paddingInlineEnd } = getComputedStyle(row);
  const end = row.clientWidth - parseFloat(paddingInlineEnd) - fold.offsetWidth - parseFloat(columnGap);
  const fits = ({ offsetTop, offsetLeft, offsetWidth }: HTMLElement): boolean =>
    offsetTop === first.offsetTop && offsetLeft - row.offsetLeft + offsetWidth <= end;
  const pressed = buttons.find(({ ariaPressed }) => ariaPressed === 'true');
  if (pressed !== undefined && pressed !== first && !fits(pressed)) {
    row.prepend(pressed);
    hideOverflow(row, [pressed, ...buttons.filter((button) => button !== pressed)], { fold, label });
    return;
  }
  const hidden = buttons.slice(1).filter((button) => !fits(button));
  for (const button of hidden) button.hidden = true;
  fold.textContent = label(hidden.length);
}
