import { z } from 'zod';

/** UUIDv7 made by the program. */
export const Id = z.uuid();

/** Part of an address: lower-case letters, digits and single hyphens, at most 63 characters. */
export const Slug = z
  .string()
  .trim()
  .min(1)
  .max(63)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens.');

/** An instant in ISO 8601, with its zone. */
export const Instant = z.iso.datetime({ offset: true });

/** Minor units (cents) and ISO 4217 currency. */
export const Money = z
  .object({ amountMinor: z.number().int(), currency: z.string().length(3) })
  .meta({ id: 'Money' });

/** A line of text typed by a person: trimmed, not empty, no control characters. */
export const Line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(max, `Keep it within ${max} characters.`)
    .refine((value) => !hasControlCharacters(value), { message: 'Remove the control characters.' });

/** Longer text typed by a person. NUL is refused because PostgreSQL cannot keep it. */
export const Prose = (max = 20_000) =>
  z
    .string()
    .max(max, `Keep it within ${max} characters.`)
    .refine((value) => !value.includes('\u0000'), { message: 'Remove the NUL character.' });

function hasControlCharacters(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) return true;
  }
  return false;
}

/** Turns a title into a slug; falls back to `otherwise` when no letter survives. */
export function slugify(title: string, otherwise = 'untitled'): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || otherwise;
}
