export { createTakeApart } from './keep-parts.ts';
export { toRows, type Row, type SideText } from './rows.ts';
