/** An error that the site's owner can fix; its message is complete without a stack trace. */
export class HostError extends Error {
  override name = 'HostError';
}
