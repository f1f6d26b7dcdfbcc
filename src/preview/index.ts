export { sitePreview } from './integration.ts';
