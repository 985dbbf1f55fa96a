export { ceo } from './module.ts';
