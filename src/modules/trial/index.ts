export { trial } from './module.ts';
