export * as links from './links/service.ts';
export { distribution } from './module.ts';
export * as posts from './posts/service.ts';
export * as trails from './trails/service.ts';
