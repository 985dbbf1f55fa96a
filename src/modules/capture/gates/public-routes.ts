import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context, Platform } from '#context';
import { inWorkspace } from '#kernel/database';
import { type App, assertOwnForm, Invalid, publicPage } from '#kernel/http';
import { type KnownReader, readReader, rememberReader } from '#kernel/pages';
import { Id, readEmail } from '#kernel/shapes';
import { readings } from '#modules/creation';
import { judgeAddress } from './address.ts';
import { type EmailState, showEmail, showQuestion, type Visit } from './answers.ts';
import { approach } from './approach.ts';
import * as passing from './passing.ts';
import { Carried, GateAnswers, type GatePassed } from './shapes.ts';
import * as submissions from './submissions.ts';
import { hashIp, readerOf, referrerOf } from './visitor.ts';

const params = z.object({ workspace: z.string().max(63), playbook: z.string().max(80) });
const query = z.object({
  s: Id.optional().catch(undefined),
  q: z.coerce.number().int().min(0).max(9).optional().catch(undefined),
});

/** What the forms of the gate send, as browsers send it. */
const Form = z.object({
  s: Id.optional().catch(undefined),
  q: z.coerce.number().int().min(0).max(9).catch(0),
  email: z.string().max(1_000).catch(''),
  use: z.string().max(1_000).optional().catch(undefined),
  keep: z.string().max(1_000).optional().catch(undefined),
  newsletter: z.literal('yes').optional().catch(undefined),
  carried: z.string().max(200_000).catch(''),
  c: Id.optional().catch(undefined),
  t: z.coerce.number().optional().catch(undefined),
  website: z.string().max(2_000).catch(''),
  value: z.string().max(5_000).catch(''),
});
type Form = z.output<typeof Form>;

/** The gate on the public page: a plain form, one question a page, and the same in one go for scripts. */
export function gatePages(app: App): void {
  publicPage(
    app,
    { url: '/p/:workspace/:playbook/gate', params, query },
    async ({ platform, params, query, request, reply }) => {
      const visit = await enter(platform, params, request, reply);
      return inside(visit, async (ctx) => {
        const at = await approach(ctx, visit.slug);
        if (!query.s) return () => showEmail(visit, at, {});
        const open = await submissions.getOpen(ctx, at, query.s);
        if (open.submission.state === 'completed')
          return () => reply.redirect(`${at.path}#step-${at.opens.from}`, 303);
        const place = Math.min(query.q ?? open.next, open.next, open.questions.length);
        return () => (place === 0 ? showEmail(visit, at, { open }) : showQuestion(visit, at, open, place));
      });
    },
  );

  publicPage(
    app,
    { method: 'POST', url: '/p/:workspace/:playbook/gate', params, bodyLimit: 256 * 1024 },
    async ({ platform, params, body, request, reply }) => {
      assertOwnForm(request);
      const visit = await enter(platform, params, request, reply);
      reply.header('cache-control', 'no-store');
      if (request.headers['content-type']?.includes('application/json')) return takeJson(visit, body);
      const form = Form.safeParse(body ?? {});
      if (!form.success) throw new Invalid([{ pointer: '/', detail: 'The form could not be read.' }]);
      return form.data.s && form.data.q > 0
        ? takeAnswer(visit, form.data, form.data.s)
        : takeEmail(visit, form.data);
    },
  );
}

async function enter(
  platform: Platform,
  { workspace: slug, playbook }: z.output<typeof params>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  return { platform, workspace: await readings.workspaceAt(platform, slug), slug: playbook, request, reply };
}

/** Does the work in one transaction, and answers once that is committed: the next page must find it. */
async function inside(
  { platform, workspace, request }: Visit,
  work: (ctx: Context) => Promise<() => unknown>,
): Promise<unknown> {
  const reader = readReader(request, workspace.slug, platform.settings);
  const entry = { workspace, actor: readings.readerActor(reader?.leadId ?? null), correlationId: request.id };
  const answer = await inWorkspace(platform, entry, work);
  return answer();
}

/** Takes all of the gate at once. */
async function takeJson(visit: Visit, body: unknown): Promise<unknown> {
  const read = GateAnswers.safeParse(body ?? {});
  if (!read.success)
    throw new Invalid(
      read.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
    );
  const { email, answers, newsletter, carried, c, elapsedMs, website } = read.data;
  const visitor = await look(visit, { clickId: c ?? null, trapped: Boolean(website), elapsedMs });
  return inside(visit, async (ctx) => {
    const at = await approach(ctx, visit.slug);
    const entry = {
      email,
      typed: String((body as { email: string }).email),
      newsletter,
      carried: carried ?? { answers: {}, done: [] },
      answers,
    };
    const passed = await passing.pass(ctx, at, entry, visitor, deviceOf(visit));
    return () => {
      remember(visit, passed);
      return visit.reply.send({
        opened: at.opens,
        url: `${visit.platform.settings.publicUrl}${at.path}#step-${at.opens.from}`,
        mailTo: passed.email,
        didYouMean: judgeAddress(email).didYouMean,
      } satisfies GatePassed);
    };
  });
}

async function takeEmail(visit: Visit, form: Form): Promise<unknown> {
  // The suggestion is for the address it was made for: whoever typed another one means that.
  const isAccepted = form.use !== undefined && form.email.trim() === form.keep;
  const typed = (isAccepted && form.use ? form.use : form.email).trim();
  const read = readEmail(typed);
  const clickId = form.c ?? clickIdIn(visit.request.headers.referer);
  const visitor = await look(visit, { clickId, trapped: form.website !== '', elapsedMs: undefined });
  return inside(visit, async (ctx) => {
    const at = await approach(ctx, visit.slug);
    const open = form.s ? await submissions.getOpen(ctx, at, form.s, { lock: true }) : undefined;
    const newsletter = form.newsletter === 'yes';
    const again: EmailState = { open, email: typed, newsletter, form: { ...form, c: clickId ?? undefined } };
    if (!read.ok) return () => showEmail(visit, at, { ...again, problem: read.problem });
    const meant = judgeAddress(read.email).didYouMean;
    if (meant && form.keep !== typed && !isAccepted)
      return () => showEmail(visit, at, { ...again, didYouMean: { meant, typed } });
    const entry = { email: read.email, typed, newsletter };
    if (open) await submissions.correct(ctx, open, entry);
    const id =
      open?.submission.id ??
      (await submissions.begin(
        ctx,
        at,
        { ...entry, carried: carriedIn(form.carried), shownAt: form.t },
        visitor,
      ));
    return () => visit.reply.redirect(`${at.path}/gate?s=${id}&q=1`, 303);
  });
}

async function takeAnswer(visit: Visit, form: Form, id: string): Promise<unknown> {
  return inside(visit, async (ctx) => {
    const at = await approach(ctx, visit.slug);
    const goTo = (place: number) => () => visit.reply.redirect(`${at.path}/gate?s=${id}&q=${place}`, 303);
    const before = await submissions.getOpen(ctx, at, id, { lock: true });
    // The address of a form gets around; long after it was sent it says no more who holds it.
    if (submissions.isLongDone(before, ctx.clock.now())) return () => visit.reply.redirect(at.path, 303);
    const question = before.questions[form.q - 1];
    if (!question) return goTo(before.next);
    const problem = await submissions.answer(ctx, before, question.id, form.value);
    if (problem) return () => showQuestion(visit, at, before, form.q, problem);
    const open = await submissions.getOpen(ctx, at, id);
    const isLast = form.q === open.questions.length;
    if (open.submission.state !== 'completed' && (open.next <= open.questions.length || !isLast))
      return goTo(Math.min(form.q + 1, open.next));
    const passed = await passing.complete(ctx, at, open, deviceOf(visit));
    return () => {
      remember(visit, passed);
      return visit.reply.redirect(`${at.path}#step-${at.opens.from}`, 303);
    };
  });
}

const deviceOf = ({ platform, workspace, request }: Visit): KnownReader | null =>
  readReader(request, workspace.slug, platform.settings);

// Only after commit: a cookie for somebody who was not let through opens nothing, and says so too late.
function remember(visit: Visit, passed: passing.Passed): void {
  const { platform, workspace, reply } = visit;
  rememberReader(reply, workspace.slug, readerOf(passed, deviceOf(visit)), platform.settings);
}

interface Signs {
  clickId: string | null;
  trapped: boolean;
  elapsedMs: number | undefined;
}

async function look(
  { platform, workspace, slug, request }: Visit,
  { clickId, trapped, elapsedMs }: Signs,
): Promise<submissions.Visitor> {
  const userAgent = request.headers['user-agent'] ?? '';
  const { visitorHash, isBot, botReason } = await platform.facts.observe(workspace.id, {
    ip: request.ip,
    userAgent,
    method: request.method,
    headers: request.headers,
  });
  const tooFast = elapsedMs !== undefined && elapsedMs < submissions.FASTEST_MS;
  return {
    ipHash: hashIp(platform, workspace.id, request.ip),
    visitorHash,
    userAgent: userAgent.slice(0, 500) || null,
    pageUrl: `${platform.settings.publicUrl}/p/${workspace.slug}/${slug}`,
    referrer: referrerOf(platform, request),
    clickId,
    suspectReason: trapped
      ? 'Filled in a field that people cannot see'
      : isBot
        ? `Looks like a machine: ${botReason}`
        : tooFast
          ? 'Filled in faster than people can'
          : null,
  };
}

function carriedIn(text: string): Carried {
  try {
    const read = Carried.safeParse(JSON.parse(text || '{}'));
    if (read.success) return read.data;
  } catch {
    // Whatever a script left there: what the person typed at the gate counts more.
  }
  return { answers: {}, done: [] };
}

function clickIdIn(referer: string | undefined): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const checked = Id.safeParse(new URL(referer).searchParams.get('c'));
  return checked.success ? checked.data : null;
}
