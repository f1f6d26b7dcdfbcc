/** Tell when the page goes to be printed, and when it has been, until the signal. */
export function watchPrinter(tell: (isPrinting: boolean) => void, signal: AbortSignal): void {
  addEventListener(
    'beforeprint',
    () => {
      tell(true);
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      tell(false);
    },
    { signal },
  );
}
