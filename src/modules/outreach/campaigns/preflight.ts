import type { Context } from '#context';
import { newId } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { suppressedAmong } from '#kernel/mail';
import { listMailboxes, type MailboxRow } from '../mailboxes/queries.ts';
import { rampFrom } from '../mailboxes/service.ts';
import { findProfile } from '../profiles/queries.ts';
import { countByState, listReady, type ProspectRow } from '../prospects/queries.ts';
import { capOn } from '../sends/plan.ts';
import { wallClock } from '../sends/zone.ts';
import { fieldsIn, mergeText } from './merge.ts';
import { listBusyElsewhere } from './people-queries.ts';
import * as queries from './queries.ts';
import type { PreflightCheck } from './schema.ts';
import type { Preflight } from './shapes.ts';

const SHOWN_PEOPLE = 50;

/** Who a campaign would write to, and who is held back and why. */
export interface Crowd {
  ready: ProspectRow[];
  held: { email: string; reason: string }[];
}

/**
 * Looks at everything that must be right before a mail leaves. Red means that the campaign cannot be launched; each red
 * says how to mend it. @throws NotFound
 */
export async function check(ctx: Context, campaignId: string): Promise<Preflight> {
  const campaign = await queries.findCampaign(ctx.db, ctx.workspace.id, campaignId);
  if (!campaign) throw new NotFound('There is no such campaign.');
  const { db, workspace, clock, platform } = ctx;
  const checks: PreflightCheck[] = [];
  const say = (
    key: string,
    state: PreflightCheck['state'],
    finding: string,
    { fix = null, standIn = false }: { fix?: string | null; standIn?: boolean } = {},
  ) => checks.push({ key, state, finding, fix, standIn });

  const profile = campaign.siteProfileId
    ? await findProfile(db, workspace.id, campaign.siteProfileId)
    : undefined;
  if (profile?.state === 'ready') say('site', 'good', `${profile.name ?? 'The site'} was read.`);
  else say('site', 'red', 'The site was not read.', { fix: 'Give the page that says what you sell.' });

  const variants = (await queries.listVariants(db, workspace.id, [campaignId])).filter(
    ({ isActive }) => isActive,
  );
  const wrong = variants.flatMap(({ name, mails }) =>
    mails.flatMap(({ position, checks: { findings } }) =>
      findings
        .filter(({ state }) => state === 'red')
        .map(({ finding }) => `${name}, mail ${position}: ${finding}`),
    ),
  );
  const unsupported = variants.flatMap(({ name, mails }) =>
    mails
      .filter(({ checks: { findings } }) => findings.some(({ key }) => key === 'claims'))
      .map(({ position }) => `${name} ${position}`),
  );
  if (variants.length === 0)
    say('variants', 'red', 'There is no text to send.', {
      fix: 'Write the variants, or wait until they are written.',
    });
  else if (wrong.length > 0)
    say('variants', 'red', wrong.slice(0, 3).join(' '), { fix: 'Mend these mails in step Variants.' });
  else if (unsupported.length > 0)
    say('variants', 'warning', `Says things that the site does not: ${unsupported.join(', ')}.`, {
      fix: 'Make sure that you can stand by them.',
    });
  else
    say(
      'variants',
      'good',
      `${variants.length} ${variants.length === 1 ? 'variant' : 'variants'}, every mail checked.`,
    );

  const { ready, held } = await crowdOf(ctx, campaignId, variants);
  if (ready.length === 0)
    say(
      'prospects',
      'red',
      held.length > 0
        ? held.length === 1
          ? 'The only person is held back.'
          : `All ${held.length} people are held back.`
        : 'Nobody is on the list.',
      {
        fix: 'Add people in step Prospects.',
      },
    );
  else if (held.length > 0)
    say(
      'prospects',
      'warning',
      `${peopleAre(ready.length)} ready, ${held.length} ${held.length === 1 ? 'is' : 'are'} held back.`,
      {
        fix: 'See who, and why, below.',
      },
    );
  else say('prospects', 'good', `${peopleAre(ready.length)} ready.`);

  const mailboxes = (await listMailboxes(db, workspace.id)).filter(({ status }) => status === 'active');
  const broken = (await listMailboxes(db, workspace.id)).filter(({ status }) => status === 'failing');
  const isStandIn = mailboxes.length > 0 && mailboxes.every(({ provider }) => provider === 'catcher');
  if (mailboxes.length === 0)
    say(
      'mailbox',
      'red',
      broken.length > 0
        ? `${broken[0]?.email} does not answer: ${broken[0]?.statusReason}`
        : 'No mailbox is connected.',
      {
        fix: 'Connect a mailbox under Settings, Mailboxes.',
      },
    );
  else if (isStandIn)
    say(
      'mailbox',
      'good',
      `${names(mailboxes)}: the local mail catcher takes every mail. Nobody outside gets one.`,
      { standIn: true },
    );
  else say('mailbox', 'good', `${names(mailboxes)} ${mailboxes.length === 1 ? 'sends' : 'send'}.`);

  if (campaign.settings.postalAddress?.trim())
    say('footer', 'good', 'Every mail names you, your address and a way out.');
  else
    say('footer', 'red', 'The footer has no postal address, which the law of many countries demands.', {
      fix: 'Write it in step Preflight.',
    });

  const isPublic = platform.settings.publicUrl.startsWith('https://');
  if (isPublic) say('unsubscribe', 'good', 'One click unsubscribes (RFC 8058), before the next mail.');
  else if (isStandIn || mailboxes.length === 0)
    say('unsubscribe', 'good', 'The link to unsubscribe works on this machine only, like the mails.', {
      standIn: true,
    });
  else
    say(
      'unsubscribe',
      'red',
      `${platform.settings.publicUrl} is no https address: one-click unsubscribe would not work for anybody.`,
      {
        fix: 'Set PUBLIC_URL to the address under which this installation is reached.',
      },
    );

  if (mailboxes.some(({ provider }) => provider !== 'catcher'))
    say('domain', 'warning', 'SPF, DKIM and DMARC of your domain are not looked up by this version.', {
      fix: 'Check them at your provider before you send to many.',
    });

  const days = daysFor(ready.length, mailboxes, clock.now());
  const sends = ready.length * Math.max(0, ...variants.map(({ mails }) => mails.length));
  if (mailboxes.length > 0 && ready.length > 0)
    say(
      'volume',
      days > 60 ? 'warning' : 'good',
      `${ready.length} first mails take ${days} ${days === 1 ? 'day' : 'days'} of sending with ${mailboxes.length} ${mailboxes.length === 1 ? 'mailbox' : 'mailboxes'}.`,
      { fix: days > 60 ? 'Connect more mailboxes, or write to fewer people.' : null },
    );

  const passed = checks.every(({ state }) => state !== 'red');
  const ranAt = clock.now();
  await queries.insertPreflight(db, workspace.id, {
    id: newId(),
    campaignId,
    passed,
    checks,
    heldBack: held.length,
    ranBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    ranAt,
    createdAt: ranAt,
  });
  return {
    passed,
    checks,
    ready: ready.length,
    heldBack: held.length,
    heldPeople: held.slice(0, SHOWN_PEOPLE),
    sends,
    days,
    ranAt: ranAt.toISOString(),
  };
}

/** Sorts the people of a campaign's lists into who is written to and who is not, with the reason. */
export async function crowdOf(
  ctx: Context,
  campaignId: string,
  variants: { mails: { subject: string; body: string }[] }[],
): Promise<Crowd> {
  const { db, workspace } = ctx;
  const listIds = await queries.listListIds(db, workspace.id, campaignId);
  const ready: ProspectRow[] = [];
  const held: Crowd['held'] = [];
  for (const listId of listIds) {
    const count = (await countByState(db, workspace.id, listId)).get('held') ?? 0;
    if (count > 0) held.push(...(await heldOn(ctx, listId)));
  }
  // A field that everybody's mail needs, whichever variant it is.
  const needed = [
    ...new Set(
      variants.flatMap(({ mails }) =>
        mails.flatMap(({ subject, body }) =>
          fieldsIn(`${subject} ${body}`)
            .filter(({ fallback, name }) => fallback === null && name !== 'sender_name')
            .map(({ name }) => `{{${name}}}`),
        ),
      ),
    ),
  ].join(' ');
  const seen = new Set<string>();
  for (let after = ''; ; ) {
    const rows = await listReady(db, workspace.id, listIds, after);
    const emails = rows.map(({ email }) => email);
    const stopped = await suppressedAmong(ctx, emails, 'outreach');
    const busy = await listBusyElsewhere(db, workspace.id, campaignId, emails);
    for (const row of rows) {
      if (seen.has(row.email)) continue;
      seen.add(row.email);
      const { missing } = mergeText(needed, {
        ...row.fields,
        first_name: row.firstName,
        last_name: row.lastName,
        company: row.company,
        job_title: row.jobTitle,
        website: row.website,
        country: row.country,
      });
      const reason =
        stopped.get(row.email) ??
        (busy.has(row.email) ? 'Another campaign is writing to this person.' : null) ??
        (missing.length > 0 ? `Lacks ${missing.join(', ')}, and the text has no fallback.` : null);
      if (reason) held.push({ email: row.email, reason });
      else ready.push(row);
    }
    if (rows.length < 1_000) return { ready, held };
    after = rows.at(-1)?.id ?? '';
  }
}

async function heldOn(ctx: Context, listId: string): Promise<Crowd['held']> {
  const rows = await queries.listHeld(ctx.db, ctx.workspace.id, listId);
  return rows.map(({ email, heldReason }) => ({ email, reason: heldReason ?? 'Held back.' }));
}

const peopleAre = (count: number): string => (count === 1 ? '1 person is' : `${count} people are`);

const names = (mailboxes: MailboxRow[]): string =>
  mailboxes.length === 1 ? (mailboxes[0]?.email ?? '') : `${mailboxes.length} mailboxes`;

/** Days of sending that first mails need with the caps and ramps there are. */
function daysFor(people: number, mailboxes: MailboxRow[], now: Date): number {
  let left = people;
  for (let day = 0; day < 1_000 && left > 0; day += 1) {
    const at = new Date(now.getTime() + day * 86_400_000);
    left -= mailboxes.reduce(
      (sum, row) => sum + capOn({ ...row, rampFrom: rampFrom(row) }, wallClock(at, row.timeZone).day),
      0,
    );
    if (left <= 0) return day + 1;
  }
  return left > 0 ? 1_000 : 0;
}
