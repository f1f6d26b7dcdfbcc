// Both ways to search in one file: whichever is wanted, what they share is most of it.
export { openSearch } from './dialog.ts';
export { runPage } from './page.ts';
