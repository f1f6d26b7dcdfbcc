export { addBaseToHeaders, addBaseToRedirects } from './add-base.ts';
export { startHost } from './host.ts';
export type { Host, HostOptions } from './host.ts';
export { HostError } from './host-error.ts';
export { findRedirect, readRedirectRules } from './redirects.ts';
export { parseTarget } from './target.ts';
