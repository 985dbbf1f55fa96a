import Papa from 'papaparse';

/** What is known of one person before anything is judged. */
export interface RawProspect {
  email: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  phone?: string;
  website?: string;
  country?: string;
  timeZone?: string;
  /** Further columns by their name as a merge field. */
  fields: Record<string, string>;
}

export type ProspectField = Exclude<keyof RawProspect, 'fields'>;

/** Headings people use, in lower case without spaces and signs. */
const HEADINGS: Record<ProspectField, string[]> = {
  email: ['email', 'mail', 'emailaddress', 'mailaddress', 'workemail', 'emailadresse', 'courriel', 'correo'],
  firstName: ['firstname', 'first', 'givenname', 'forename', 'vorname', 'prenom', 'nombre'],
  lastName: ['lastname', 'last', 'surname', 'familyname', 'nachname', 'nom', 'apellido'],
  company: [
    'company',
    'companyname',
    'organisation',
    'organization',
    'account',
    'firma',
    'unternehmen',
    'societe',
    'empresa',
  ],
  jobTitle: ['jobtitle', 'title', 'role', 'position'],
  phone: ['phone', 'telephone', 'mobile', 'phonenumber', 'telefon'],
  website: ['website', 'url', 'site', 'web', 'domain'],
  country: ['country', 'land', 'pays', 'pais'],
  timeZone: ['timezone', 'tz'],
};
const FULL_NAME = ['name', 'fullname', 'contact', 'contactname'];
const LONGEST = 300;
/** Most rows of one list. */
export const MOST_ROWS = 100_000;

export interface ReadRows {
  rows: RawProspect[];
  /** Which column went where; null for those that became a field of their own. */
  columns: { heading: string; field: ProspectField | 'name' | null }[];
  problem: string | null;
}

/**
 * Reads what somebody pasted or a CSV file: with headings or without, with commas, semicolons or tabs, quotes over lines
 * and a byte order mark. Lines such as `Ada Byron <ada@example.com>` are understood.
 */
export function readRows(given: string, mapping: Record<string, string> = {}): ReadRows {
  const text = given
    .replace(/^\uFEFF/, '')
    .replaceAll('\u0000', '')
    .trim();
  if (text === '') return { rows: [], columns: [], problem: 'There is nothing in here.' };
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const [first = [], ...rest] = parsed.data;
  const hasHeadings =
    first.some((cell) => fieldOf(cell, mapping) === 'email') && !first.some((cell) => cell.includes('@'));
  if (!hasHeadings) return { rows: text.split(/\r?\n/).flatMap(fromLine), columns: [], problem: null };
  if (rest.length > MOST_ROWS)
    return { rows: [], columns: [], problem: `${rest.length} rows; a list takes ${MOST_ROWS}. Split it.` };
  const columns = first.map((heading) => ({ heading, field: fieldOf(heading, mapping) }));
  return { rows: rest.map((cells) => fromCells(cells, columns)), columns, problem: null };
}

/** Turns objects, as an API client sends them, into the same. */
export const fromObjects = (
  rows: Record<string, unknown>[],
  mapping: Record<string, string> = {},
): RawProspect[] =>
  rows.map((row) => {
    const entries = Object.entries(row).filter(
      ([, value]) => value !== null && value !== undefined && typeof value !== 'object',
    );
    return fromCells(
      entries.map(([, value]) => String(value)),
      entries.map(([heading]) => ({ heading, field: fieldOf(heading, mapping) })),
    );
  });

function fromCells(cells: string[], columns: ReadRows['columns']): RawProspect {
  const found: RawProspect = { email: '', fields: {} };
  for (const [index, { heading, field }] of columns.entries()) {
    const value = clean(cells[index] ?? '');
    if (value === '') continue;
    if (field === 'name')
      Object.assign(found, withName(value), found.firstName ? { firstName: found.firstName } : {});
    else if (field) found[field] ??= field === 'email' ? value : value.slice(0, LONGEST);
    else {
      const name = fieldName(heading);
      if (name && Object.keys(found.fields).length < 30) found.fields[name] = value.slice(0, LONGEST);
    }
    if (field === 'email' && found.email === '') found.email = value;
  }
  return found;
}

/** A line without columns: an address, perhaps with a name before it and a company after it. */
function fromLine(line: string): RawProspect[] {
  const parts = line
    .split(/[;\t]|,(?=\s*[^\s@]+@)|(?<=\S+@\S+),/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const people: RawProspect[] = [];
  for (const part of parts) {
    const bracketed = /^(.*?)<([^<>]*)>\s*$/.exec(part);
    const address = bracketed ? bracketed[2] : /\S+@\S+/.exec(part)?.[0];
    const name = clean((bracketed ? bracketed[1] : part.replace(address ?? '', '')) ?? '')
      .replace(/^["']|["',]$/g, '')
      .trim();
    if (address !== undefined)
      people.push({ email: clean(address), fields: {}, ...(name && withName(name)) });
    else {
      const last = people.at(-1);
      if (last && !last.company) last.company = clean(part).slice(0, LONGEST);
      else people.push({ email: clean(part), fields: {} });
    }
  }
  return people;
}

function withName(name: string): { firstName?: string; lastName?: string } {
  const swapped = /^([^,]+),\s*(.+)$/.exec(name);
  const [first = '', ...rest] = (swapped ? `${swapped[2]} ${swapped[1]}` : name).split(/\s+/);
  const last = rest.join(' ');
  return {
    ...(first && { firstName: first.slice(0, LONGEST) }),
    ...(last && { lastName: last.slice(0, LONGEST) }),
  };
}

function fieldOf(heading: string, mapping: Record<string, string>): ProspectField | 'name' | null {
  const chosen = mapping[heading];
  if (chosen !== undefined)
    return chosen === 'name' || chosen in HEADINGS ? (chosen as ProspectField | 'name') : null;
  const plain = heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (FULL_NAME.includes(plain)) return 'name';
  return (Object.keys(HEADINGS) as ProspectField[]).find((field) => HEADINGS[field].includes(plain)) ?? null;
}

/** A heading as a merge field: `Team size` is `team_size`. */
const fieldName = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, 'c_')
    .slice(0, 40);

// One line without control characters: it is going to stand in a header and in a sentence.
const clean = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
