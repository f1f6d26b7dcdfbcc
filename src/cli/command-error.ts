/** An error that stops a command and that the user can fix. Only its message is printed. */
export class CommandError extends Error {
  override name = 'CommandError';
}
