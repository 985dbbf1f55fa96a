export { conversion } from './module.ts';
