export { drawSign } from './draw-sign.ts';
