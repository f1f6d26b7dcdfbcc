export { openPool, threadsFor, type Pool } from './pool.ts';
