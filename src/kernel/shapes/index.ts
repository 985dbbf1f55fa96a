export * from './basics.ts';
export { EmailAddress, normaliseEmail, readEmail } from './email.ts';
export * from './page.ts';
export * from './problem.ts';
export { speakPlainly } from './sentences.ts';
export { TableCell, TableColumn } from './table.ts';
