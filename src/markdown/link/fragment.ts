/** An id as the end of an address: what separates the parts of a state, or follows a prefix, needs no escape there. */
export function toFragment(id: string): string {
  return `#${encodeURIComponent(id).replaceAll(/%(?:3A|3D|26|2C)/g, decodeURIComponent)}`;
}
