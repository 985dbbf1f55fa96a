import { client } from '../../api/client.ts';
import type { LeadSummary } from './words.ts';

/** Has the server write a whole query as CSV, and saves it. */
export async function saveQuery(query: Record<string, string | undefined>): Promise<void> {
  const get = client.GET as unknown as (
    path: string,
    init: { params: { query: typeof query }; parseAs: 'blob' },
  ) => Promise<{ data: Blob }>;
  save((await get('/api/v1/leads.csv', { params: { query }, parseAs: 'blob' })).data);
}

const columns: [string, (lead: LeadSummary) => string | number | null][] = [
  ['id', (lead) => lead.id],
  ['name', (lead) => lead.name],
  ['email', (lead) => lead.email],
  ['company', (lead) => lead.company],
  ['stage', (lead) => lead.stage],
  ['grade', (lead) => lead.grade],
  ['fit', (lead) => lead.fitScore],
  ['engagement', (lead) => lead.engagementScore],
  ['segments', (lead) => lead.segments.map(({ name }) => name).join('; ')],
  ['came_from', (lead) => lead.source.channel],
  ['quiet_days', (lead) => lead.quietDays],
  ['captured_at', (lead) => lead.capturedAt],
  ['confirmed_at', (lead) => lead.confirmedAt],
];

/** Saves chosen leads as CSV. Cells that a spreadsheet would run as a formula get an apostrophe. */
export function saveLeads(leads: LeadSummary[]): void {
  const cell = (value: string | number | null) => {
    const text = String(value ?? '');
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map(([name]) => name),
    ...leads.map((lead) => columns.map(([, of]) => cell(of(lead)))),
  ];
  const text = `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
  save(new Blob([text], { type: 'text/csv' }));
}

function save(file: Blob): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: 'leads.csv' }).click();
  URL.revokeObjectURL(url);
}
