export { toRows, type Row, type SideText } from './rows.ts';
export { createTextParser } from './text-parts.ts';
