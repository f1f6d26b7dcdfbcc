export { brotliQuality } from './answer.ts';
export { startHost } from './host.ts';
export type { Host, HostOptions } from './host.ts';
