import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { suppressionOf } from '#kernel/mail';
import { readEmail } from '#kernel/shapes';
import { insertImport, insertRejections } from './import-queries.ts';
import * as queries from './queries.ts';
import { add } from './service.ts';
import type { LeadImport, LeadImported } from './shapes.ts';

type Row = LeadImport['rows'][number];
type Rejection = LeadImported['rejected'][number];

/** Headings people use, in lower case without spaces and signs. */
const HEADINGS: Record<string, string[]> = {
  email: ['email', 'mail', 'emailaddress', 'mailaddress'],
  name: ['name', 'fullname'],
  firstName: ['firstname', 'first', 'givenname', 'forename'],
  lastName: ['lastname', 'last', 'surname', 'familyname'],
  company: ['company', 'companyname', 'organisation', 'organization'],
  jobTitle: ['jobtitle', 'title', 'role', 'position'],
  phone: ['phone', 'telephone', 'mobile'],
  website: ['website', 'url', 'site'],
  country: ['country'],
};
const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');

/** Takes in a list of people; a dry run says what would happen and keeps nothing. */
export async function importRows(
  ctx: Context,
  { rows, dryRun, consentBasis }: LeadImport,
): Promise<LeadImported> {
  const rejected: Rejection[] = [];
  const seen = new Map<string, number>();
  const importId = newId();
  let added = 0;
  let updated = 0;
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const now = ctx.clock.now();
  // The row must stand before leads point at it; its counts are known at the end.
  if (!dryRun)
    await insertImport(ctx.db, ctx.workspace.id, {
      id: importId,
      kind: 'leads',
      state: 'done',
      totalRows: rows.length,
      consentBasis: consentBasis ?? null,
      createdBy: userId,
      startedAt: now,
      finishedAt: now,
      createdAt: now,
    });
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    const { email: typed = '', ...fields } = fieldsOf(row);
    const read = readEmail(typed);
    if (!read.ok) {
      rejected.push({
        row: number,
        code: typed ? 'bad-email' : 'no-email',
        reason: typed ? read.problem : 'It has no e-mail.',
      });
      continue;
    }
    const { email } = read;
    const former = seen.get(email);
    if (former) {
      rejected.push({ row: number, code: 'repeated', reason: `It repeats row ${former}.` });
      continue;
    }
    seen.set(email, number);
    if ((await suppressionOf(ctx, email, 'marketing'))?.reason === 'erasure') {
      rejected.push({ row: number, code: 'erased', reason: 'This person asked to be forgotten.' });
      continue;
    }
    const known = await queries.lockLeadByEmail(ctx.db, ctx.workspace.id, email);
    if (known) {
      updated += 1;
      if (!dryRun) await complete(ctx, known, fields);
      continue;
    }
    added += 1;
    if (!dryRun) await add(ctx, { email, ...fields, ...(consentBasis && { consentBasis }) }, importId);
  }
  if (!dryRun) {
    await insertRejections(
      ctx.db,
      ctx.workspace.id,
      importId,
      { accepted: added, updated },
      rejected.map((entry) => ({ ...entry, fields: rows[entry.row - 1] ?? {} })),
    );
    await audit(ctx, {
      action: 'leads.imported',
      subject: { type: 'import', id: importId },
      after: { total: rows.length, added, updated, rejected: rejected.length },
    });
  }
  return {
    id: dryRun ? null : importId,
    sentence: sentenceOf(rows.length, rejected, dryRun),
    total: rows.length,
    added,
    updated,
    rejected,
  };
}

/** Adds what was not known; what stands in the record stays. */
async function complete(ctx: Context, lead: queries.LeadRow, fields: Record<string, string>): Promise<void> {
  const missing = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !lead[name as keyof queries.LeadRow]),
  );
  if (Object.keys(missing).length === 0) return;
  await queries.updateLead(ctx.db, ctx.workspace.id, lead.id, { ...missing, updatedAt: ctx.clock.now() });
  await publish(ctx, 'lead.updated', { leadId: lead.id });
}

function fieldsOf(row: Row): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [heading, value] of Object.entries(row)) {
    const field = Object.keys(HEADINGS).find((name) => HEADINGS[name]?.includes(plain(heading)));
    const text = String(value ?? '')
      .replaceAll('\u0000', '')
      .trim();
    if (field && text && !found[field]) found[field] = field === 'email' ? text : text.slice(0, 200);
  }
  return found;
}

/** Why rows stay out, of one row and of several. */
const REASONS: Record<string, [one: string, many: string]> = {
  'no-email': ['has no e-mail', 'have no e-mail'],
  'bad-email': ['has no valid e-mail', 'have no valid e-mail'],
  repeated: ['repeats an earlier row', 'repeat an earlier row'],
  erased: ['asked to be forgotten', 'asked to be forgotten'],
};

function sentenceOf(total: number, rejected: Rejection[], dryRun: boolean): string {
  const taken = `${total - rejected.length} of ${total} ${total === 1 ? 'row' : 'rows'} ${dryRun ? 'would come' : total - rejected.length === 1 ? 'is' : 'are'} in.`;
  if (rejected.length === 0) return taken;
  const byCode = Map.groupBy(rejected, ({ code }) => code);
  const reasons = [...byCode]
    .map(([code, rows]) => `${rows.length} ${REASONS[code]?.[rows.length === 1 ? 0 : 1] ?? code}`)
    .join(', ');
  return `${taken} ${rejected.length} ${dryRun ? 'would not' : rejected.length === 1 ? 'is not' : 'are not'}: ${reasons}.`;
}
