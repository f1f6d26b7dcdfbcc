// One entry point for the dialog and the page, which share most of their code.
export { openSearch } from './dialog.ts';
export { runPage } from './page.ts';
