export { outreach } from './module.ts';
