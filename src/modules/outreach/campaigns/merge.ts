/** What stands in a text for something about the person: `{{first_name|there}}`. */
const FIELD = /\{\{\s*([a-z_][a-z0-9_]*)\s*(?:\|([^{}]*))?\}\}/gi;

/** Names that a text may use, with the words for people. */
export const mergeFields = {
  first_name: 'First name',
  last_name: 'Last name',
  company: 'Company',
  job_title: 'Job title',
  website: 'Website',
  country: 'Country',
  sender_name: 'Sender’s name',
} as const;

export interface Merged {
  text: string;
  /** Fields that the person lacks and that have no fallback. */
  missing: string[];
}

/** Fills a text for one person. A value of a person is text: it is never read as a field again. */
export function mergeText(text: string, values: Record<string, string | null | undefined>): Merged {
  const missing = new Set<string>();
  const filled = text.replace(FIELD, (_whole, name: string, fallback?: string) => {
    const value = values[name.toLowerCase()]?.trim() || fallback?.trim();
    if (value === undefined || (value === '' && fallback === undefined)) {
      missing.add(name.toLowerCase());
      return '';
    }
    return value.replaceAll('{{', '{ {').replace(/[\r\n]+/g, ' ');
  });
  return { text: filled, missing: [...missing] };
}

/** The fields a text uses, with their fallbacks. */
export const fieldsIn = (text: string): { name: string; fallback: string | null }[] =>
  [...text.matchAll(FIELD)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    fallback: match[2]?.trim() ?? null,
  }));
