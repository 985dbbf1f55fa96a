export * from './basics.ts';
export * from './page.ts';
export * from './problem.ts';
