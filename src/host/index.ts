export { addBaseToHeaders, addBaseToRedirects } from './headers-file.ts';
export { startHost } from './host.ts';
export type { Host, HostOptions } from './host.ts';
export { HostError } from './host-error.ts';
