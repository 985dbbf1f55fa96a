export * as experts from './experts/service.ts';
export { creation } from './module.ts';
export * as drafts from './playbooks/drafts.ts';
export * as playbooks from './playbooks/service.ts';
export * as versions from './playbooks/versions.ts';
export * as readings from './readings/service.ts';
export * as reviews from './reviews/service.ts';
export * as sources from './sources/service.ts';
