/** Something that stops a command and that its user can put right; the message is all there is to say. */
export class CommandError extends Error {
  override name = 'CommandError';
}
