import { v7 } from 'uuid';

/** A new UUIDv7: sorts by the time it was made. */
export const newId = (): string => v7();

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isId = (value: string): boolean => PATTERN.test(value);

/** Owner of what belongs to no business, such as account mail. */
export const SYSTEM_WORKSPACE_ID = '00000000-0000-7000-8000-000000000000';
