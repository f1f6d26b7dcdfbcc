export { translationOverview } from './integration.ts';
