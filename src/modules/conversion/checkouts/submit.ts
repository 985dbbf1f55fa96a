import { createHash } from 'node:crypto';
import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { enqueue } from '#kernel/jobs';
import {
  answerTestBank,
  PaymentRefused,
  PaymentsDown,
  payByTestCard,
  type SessionObject,
  type TestPayment,
  testSessionId,
} from '#kernel/payments';
import { readEmail } from '#kernel/shapes';
import { buyers } from '#modules/capture';
import { getRow } from '../offers/service.ts';
import { record } from '../payments/service.ts';
import { lookUpCheckout } from './jobs.ts';
import * as queries from './queries.ts';
import { BANK_ASKS, type CheckoutView, view, withToken } from './service.ts';
import type { CheckoutForm } from './shapes.ts';

/** What comes of a form: where the buyer goes, or what the page says about it. */
export type Submitted =
  | { kind: 'pay'; url: string }
  | { kind: 'done' }
  | { kind: 'again'; view: CheckoutView; problems: Record<string, string> };

const MINUTE_MS = 60_000;

/** What the buyer wrote, checked. */
interface Details {
  email: string;
  name: string | null;
  company: string | null;
  country: string | null;
  taxId: string | null;
  deliver: boolean;
}

/**
 * Takes the form of a checkout. What was written is kept before anybody is asked for money; then the provider is: the
 * test checkout at once, Stripe after the transaction.
 * @returns null when the link leads nowhere
 */
export async function submit(
  platform: Platform,
  token: string,
  form: CheckoutForm,
): Promise<Submitted | null> {
  const kept = await withToken(platform, token, {}, (ctx, row) => keep(ctx, row, form));
  if (!kept || !('ask' in kept)) return kept;
  return askStripe(platform, token, kept.ask);
}

type Asked = { ask: { row: queries.CheckoutRow; workspaceId: string; name: string; headline: string } };

async function keep(ctx: Context, row: queries.CheckoutRow, form: CheckoutForm): Promise<Submitted | Asked> {
  if (row.state === 'completed') return { kind: 'done' };
  const isStripePage = row.state === 'paying' && row.provider === 'stripe' && row.providerSessionId !== null;
  if (row.state === 'unconfirmed' || (row.state === 'paying' && !isStripePage)) return { kind: 'done' };
  const read = readEmail(form.email);
  const { provider } = ctx.platform.payments;
  if (!read.ok) {
    const shown = await view(ctx, { ...row, ...written(form), email: form.email });
    return { kind: 'again', view: shown, problems: { email: read.problem } };
  }
  const details: Details = { ...written(form), email: read.email, deliver: form.deliver };
  const tried = await keepDetails(ctx, row, details);
  if (provider === 'stripe') {
    const { name, headline } = await getRow(ctx, row.offerId);
    return { ask: { row: tried, workspaceId: ctx.workspace.id, name, headline } };
  }
  const answer = await payByTestCard(ctx, paymentOf(tried), form.card);
  switch (answer.outcome) {
    case 'unknown':
      return {
        kind: 'again',
        view: await view(ctx, tried),
        problems: {
          card: 'That is none of Stripe’s test cards. Nothing real is taken here: try 4242 4242 4242 4242.',
        },
      };
    case 'declined': {
      const change = { state: 'failed', failureCode: answer.code, failure: answer.message } as const;
      const failed = await move(ctx, tried, { ...change, waitReason: null });
      if (failed.leadId) await buyers.keepIntent(ctx, failed.leadId, 'failed');
      return {
        kind: 'again',
        view: await view(ctx, failed),
        problems: { card: `${answer.message} Nothing was charged.` },
      };
    }
    case 'asks':
      await move(ctx, tried, { state: 'paying', waitReason: BANK_ASKS });
      return { kind: 'done' };
    case 'taken':
      await move(ctx, tried, { state: 'paying', waitReason: 'We are asking the bank.' });
      return { kind: 'done' };
  }
}

const written = ({ name, company, country, taxId }: CheckoutForm) => ({ name, company, country, taxId });

async function keepDetails(
  ctx: Context,
  row: queries.CheckoutRow,
  { deliver, ...details }: Details,
): Promise<queries.CheckoutRow> {
  const now = ctx.clock.now();
  const buyer = await buyers.ensure(ctx, {
    email: details.email,
    name: details.name,
    company: details.company,
    country: details.country,
    clickId: row.clickId,
    playbookId: row.playbookId,
  });
  await buyers.keepIntent(ctx, buyer.id, 'tried');
  return move(ctx, row, {
    ...details,
    leadId: row.leadId ?? buyer.id,
    provider: ctx.platform.payments.provider,
    ...(ctx.platform.payments.provider === 'test' && { providerSessionId: testSessionId(row.id) }),
    billingAddress: {
      ...row.billingAddress,
      // The words it agrees to stand on the page; kept is that, and when.
      deliverAtOnceAt: deliver ? now.toISOString() : null,
    },
    triedAt: now,
    failureCode: null,
    failure: null,
  });
}

async function move(
  ctx: Context,
  row: queries.CheckoutRow,
  values: Partial<queries.CheckoutRow>,
): Promise<queries.CheckoutRow> {
  const change = { ...values, updatedAt: ctx.clock.now() };
  await queries.updateCheckout(ctx.db, ctx.workspace.id, row.id, change);
  return { ...row, ...change };
}

const paymentOf = ({ id, amountMinor, currency, email, name }: queries.CheckoutRow): TestPayment => ({
  checkoutId: id,
  amountMinor,
  currency,
  email: email ?? '',
  name,
});

/** The buyer answers the stand-in's bank. @returns null when the link leads nowhere */
export const answerBank = (platform: Platform, token: string, isAgreed: boolean): Promise<Submitted | null> =>
  withToken(platform, token, {}, async (ctx, row): Promise<Submitted> => {
    if (row.state === 'completed' || row.provider !== 'test' || row.waitReason !== BANK_ASKS)
      return { kind: 'done' };
    await answerTestBank(ctx, paymentOf(row), isAgreed);
    if (isAgreed) {
      await move(ctx, row, { waitReason: 'We are asking the bank.' });
      return { kind: 'done' };
    }
    const failure = 'You did not confirm the payment with your bank.';
    const change = { state: 'failed', waitReason: null, failure } as const;
    const failed = await move(ctx, row, { ...change, failureCode: 'payment_intent_authentication_failure' });
    return {
      kind: 'again',
      view: await view(ctx, failed),
      problems: { card: `${failure} Nothing was charged.` },
    };
  });

/**
 * Asks Stripe for its page. The key follows from what is asked for, so asking again gives the same page, and asking for
 * something else closes the page from before, or finds that it was paid.
 */
async function askStripe(
  platform: Platform,
  token: string,
  { row, workspaceId, name, headline }: Asked['ask'],
): Promise<Submitted | null> {
  const gateway = platform.payments.at('stripe');
  const here = `${platform.settings.publicUrl}/checkout/${token}`;
  const entry = { workspaceId, actor: system('checkout') };
  const { id: checkoutId, amountMinor, currency, email } = row;
  try {
    if (row.providerSessionId) {
      const before = await gateway.findSession(row.providerSessionId);
      if (
        before.status === 'open' &&
        before.url &&
        (before.customer_email ?? before.customer_details?.email) === email
      )
        return { kind: 'pay', url: before.url };
      if (before.status === 'open') await gateway.endSession(before.id);
      if (before.status === 'complete') {
        await inWorkspace(platform, entry, (ctx) => recordSession(ctx, row, before));
        return { kind: 'done' };
      }
    }
    const session = await gateway.openSession({
      workspaceId,
      checkoutId,
      idempotencyKey: `checkout:${checkoutId}:${keyOf(row)}`,
      name,
      description: headline,
      amountMinor,
      currency,
      email: email ?? '',
      successUrl: `${here}/done`,
      cancelUrl: here,
    });
    await inWorkspace(platform, entry, (ctx) =>
      move(ctx, row, {
        state: 'paying',
        providerSessionId: session.id,
        waitReason: 'Stripe’s page is open. Nothing is charged before it is filled in.',
        expiresAt: session.expires_at ? new Date(session.expires_at * 1000) : null,
        nextCheckAt: new Date(ctx.clock.now().getTime() + 10 * MINUTE_MS),
      }),
    );
    if (!session.url) throw new PaymentRefused('Stripe gave no page to pay on.', 'no_url');
    return { kind: 'pay', url: session.url };
  } catch (error) {
    if (!(error instanceof PaymentsDown || error instanceof PaymentRefused)) throw error;
    platform.log.warn({ err: error, checkoutId }, 'a page for paying could not be opened');
    return withToken(platform, token, {}, async (ctx, now) => {
      const waitReason = 'The payment provider does not answer. What you wrote is kept.';
      const kept = now.state === 'completed' ? now : await move(ctx, now, { state: 'open', waitReason });
      return {
        kind: 'again',
        view: await view(ctx, kept),
        problems: {
          provider:
            error instanceof PaymentsDown
              ? 'The payment provider does not answer right now. Nothing was charged, and what you wrote is kept: try again in some minutes.'
              : 'The payment provider would not open its page. Nothing was charged, and what you wrote is kept. We have been told.',
        },
      };
    });
  }
}

// The page from before is part of it: one that expired is followed by another, one whose answer was lost is not.
const keyOf = ({ email, providerSessionId }: queries.CheckoutRow): string =>
  createHash('sha256').update(`${email} ${providerSessionId}`).digest('hex').slice(0, 16);

/** Keeps what a look at a session showed, as if it had been told. */
async function recordSession(ctx: Context, row: queries.CheckoutRow, session: SessionObject): Promise<void> {
  const type = session.status === 'expired' ? 'checkout.session.expired' : 'checkout.session.completed';
  await record(ctx, row.id, 'stripe', [
    {
      id: `looked-up:${session.id}:${session.status}:${session.payment_status}`,
      object: 'event',
      type,
      created: Math.floor(ctx.clock.now().getTime() / 1000),
      livemode: session.livemode,
      data: { object: session },
    },
  ]);
}

/** Lets a job ask what became of a payment that nobody told us about yet. */
export async function lookUpLater(platform: Platform, token: string): Promise<void> {
  if (platform.payments.provider !== 'stripe') return;
  await withToken(platform, token, {}, async (ctx, row) => {
    if (row.provider !== 'stripe' || row.state !== 'paying') return;
    const payload = { workspaceId: ctx.workspace.id, checkoutId: row.id };
    await enqueue(ctx, lookUpCheckout, payload, { key: `checkout.look-up:${row.id}` });
  });
}

/** Asks Stripe what became of a checkout, where its news may have been lost on the way. */
export async function lookUp(platform: Platform, workspaceId: string, checkoutId: string): Promise<void> {
  const entry = { workspaceId, actor: system('checkout') };
  const row = await inWorkspace(platform, entry, (ctx) =>
    queries.findCheckout(ctx.db, workspaceId, checkoutId),
  );
  if (!row?.providerSessionId || row.provider !== 'stripe') return;
  if (row.state !== 'paying' && row.state !== 'unconfirmed') return;
  const session = await platform.payments.at('stripe').findSession(row.providerSessionId);
  await inWorkspace(platform, entry, async (ctx) => {
    if (session.status !== 'open') await recordSession(ctx, row, session);
    await move(ctx, row, { nextCheckAt: new Date(ctx.clock.now().getTime() + 30 * MINUTE_MS) });
  });
}
