export * as links from './links/service.ts';
export { distribution } from './module.ts';
