import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { listLeads } from './list-queries.ts';
import { readFilter } from './service.ts';
import type { LeadFilter, LeadSummary } from './shapes.ts';
import { shower } from './show.ts';

const MOST = 50_000;
const PIECE = 1_000;

const COLUMNS: [string, (lead: LeadSummary) => string | number | null][] = [
  ['id', (lead) => lead.id],
  ['name', (lead) => lead.name],
  ['email', (lead) => lead.email],
  ['company', (lead) => lead.company],
  ['stage', (lead) => lead.stage],
  ['status', (lead) => lead.status],
  ['grade', (lead) => lead.grade],
  ['fit', (lead) => lead.fitScore],
  ['engagement', (lead) => lead.engagementScore],
  ['segments', (lead) => lead.segments.map(({ name }) => name).join('; ')],
  ['link', (lead) => lead.source.link?.slug ?? null],
  ['playbook', (lead) => lead.source.playbook?.title ?? null],
  ['came_from', (lead) => lead.source.channel],
  ['quiet_days', (lead) => lead.quietDays],
  ['captured_at', (lead) => lead.capturedAt],
  ['confirmed_at', (lead) => lead.confirmedAt],
];

/** Leads as CSV (RFC 4180), newest first. */
export async function exportCsv(ctx: Context, filter: LeadFilter): Promise<string> {
  const lines = [COLUMNS.map(([name]) => name).join(',')];
  let after: { key: string; id: string } | undefined;
  for (let total = 0; total < MOST; total += PIECE) {
    const rows = await listLeads(ctx.db, ctx.workspace.id, readFilter(ctx, filter), {
      sort: 'newest',
      limit: PIECE,
      after,
    });
    const show = await shower(ctx, rows);
    for (const row of rows) {
      const lead = show(row);
      lines.push(COLUMNS.map(([, read]) => cell(read(lead))).join(','));
    }
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) break;
    after = { key: last.capturedAt.toISOString(), id: last.id };
  }
  await audit(ctx, {
    action: 'leads.exported',
    subject: { type: 'workspace', id: ctx.workspace.id },
    after: { count: lines.length - 1 },
  });
  return `${lines.join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet reads as text: what begins like a formula is not one. */
export function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
