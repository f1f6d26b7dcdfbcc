export { searchIndex } from './integration.ts';
export { toSearchSettings } from './settings.ts';
