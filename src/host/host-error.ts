/** Something that keeps a site from being served and that its owner can put right; the message is all there is to say. */
export class HostError extends Error {
  override name = 'HostError';
}
