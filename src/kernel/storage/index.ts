export { FileMissing, FileTooLarge, StorageUnavailable } from './errors.ts';
export { mediaTypeOf } from './media-type.ts';
export type { FileRow } from './queries.ts';
export * as files from './service.ts';
export { buildStorage, type Storage, type Stored } from './storage.ts';
export { type KeptFile, keepUpload, readFile } from './upload.ts';
