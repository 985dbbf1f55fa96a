import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Platform, Workspace } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { type App, assertOwnForm, Fact, Forbidden, factOf, Invalid, publicPage } from '#kernel/http';
import { readReader } from '#kernel/pages';
import { playbooks, readings } from '#modules/creation';
import * as clones from '../clones/service.ts';
import { Question } from '../clones/shapes.ts';
import { ask } from './ask.ts';
import { type Asking, NotEligible, TrialSpent } from './reservations.ts';
import type { PublicAnswer } from './shapes.ts';

const params = z.object({ workspace: z.string().max(63), playbook: z.string().max(80) });
type Params = z.output<typeof params>;

const RequestKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const JsonQuestion = z.object({ question: Question, requestKey: RequestKey.optional() });
const FormQuestion = z.object({
  question: z.string().max(20_000).catch(''),
  k: RequestKey.optional().catch(undefined),
});

/** What the page says in a word when a form brought nothing back; the block of the page spells it out. */
export type FormTrouble = 'empty' | 'long' | 'failed' | 'slow';

interface Visit {
  platform: Platform;
  workspace: Workspace;
  at: Params;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Where readers ask the clone: a plain form that leads back to the page, and the same in JSON for the page's script. */
export function trialPages(app: App): void {
  publicPage(
    app,
    { method: 'POST', url: '/p/:workspace/:playbook/clone/questions', params, bodyLimit: 64 * 1024 },
    async ({ platform, params: at, body, request, reply }) => {
      assertOwnForm(request);
      const workspace = await readings.workspaceAt(platform, at.workspace);
      const visit = { platform, workspace, at, request, reply };
      reply.header('cache-control', 'no-store');
      return request.headers['content-type']?.includes('application/json')
        ? takeJson(visit, body)
        : takeForm(visit, body);
    },
  );

  publicPage(
    app,
    { method: 'POST', url: '/p/:workspace/:playbook/clone/openings', params, bodyLimit: 1024 },
    async ({ platform, params: at, request, reply }) => {
      const workspace = await readings.workspaceAt(platform, at.workspace);
      await noteOpening({ platform, workspace, at, request, reply });
      return reply.code(204).send();
    },
  );
}

async function takeJson(visit: Visit, body: unknown): Promise<unknown> {
  const read = JsonQuestion.safeParse(body ?? {});
  if (!read.success)
    throw new Invalid(
      read.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
    );
  const { question, requestKey } = read.data;
  return visit.request.headers.accept?.includes('text/event-stream')
    ? stream(visit, question, requestKey)
    : askFor(visit, question, requestKey);
}

/**
 * The answer as server-sent events: `sentence` while a model writes, each checked against the material, then `answer`
 * with the whole. A refusal before the first sentence is an ordinary problem document; after it, an event `problem`.
 * Whoever hangs up finds the answer on the page.
 */
async function stream(visit: Visit, question: string, requestKey: string | undefined): Promise<FastifyReply> {
  const { reply } = visit;
  let isOpen = false;
  const tell = (event: 'sentence' | 'answer' | 'problem', value: object) => {
    if (!isOpen) {
      isOpen = true;
      reply.hijack();
      for (const [name, header] of Object.entries(reply.getHeaders()))
        if (header !== undefined) reply.raw.setHeader(name, header);
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
    }
    reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
  };
  try {
    tell('answer', await askFor(visit, question, requestKey, (text) => tell('sentence', { text })));
  } catch (error) {
    const fact = factOf(error);
    if (!isOpen || !fact) throw error;
    tell('problem', { title: fact.title, status: fact.status, detail: fact.message });
  } finally {
    if (isOpen) reply.raw.end();
  }
  return reply;
}

async function takeForm(visit: Visit, body: unknown): Promise<unknown> {
  const { reply, at } = visit;
  const back = (trouble?: FormTrouble) =>
    reply.redirect(`/p/${at.workspace}/${at.playbook}${trouble ? `?clone=${trouble}` : ''}#clone`, 303);
  const form = FormQuestion.parse(body ?? {});
  const typed = form.question.replace(/\s+/g, ' ').trim();
  const question = Question.safeParse(typed);
  if (!question.success) return back(typed === '' ? 'empty' : 'long');
  try {
    const { state } = await askFor(visit, question.data, form.k);
    return back(state === 'reserved' ? 'slow' : undefined);
  } catch (error) {
    // The page itself says why somebody may not ask, or that all questions are asked.
    if (error instanceof NotEligible || error instanceof TrialSpent) return back();
    const fact = factOf(error);
    if (fact instanceof Fact && fact.status === 503) return back('failed');
    throw error;
  }
}

async function askFor(
  visit: Visit,
  question: string,
  requestKey: string = newId(),
  onSentence?: (sentence: string) => void,
): Promise<PublicAnswer> {
  const { platform, workspace, request } = visit;
  const who = await readerOf(visit);
  if (!who) throw new Forbidden('Pass the gate of this playbook first, on this device.');
  const seen = await platform.facts.observe(workspace.id, {
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    method: request.method,
    headers: request.headers,
  });
  const asking: Asking = { ...who, requestKey, question };
  const actor = readings.readerActor(who.leadId);
  const entry = { workspace, actor, correlationId: request.id, seen };
  return ask(platform, { ...entry, ...(onSentence && { onSentence }) }, asking);
}

/** Who asks: somebody who passed this playbook's gate on this very device; null for everybody else. */
async function readerOf({
  platform,
  workspace,
  at,
  request,
}: Visit): Promise<Omit<Asking, 'requestKey' | 'question'> | null> {
  const device = readReader(request, workspace.slug, platform.settings);
  return inWorkspace(
    platform,
    { workspace, actor: readings.readerActor(device?.leadId ?? null), readOnly: true },
    async (ctx) => {
      const { playbookId, content } = await readings.getPublished(ctx, at.playbook);
      const { leadId, readingId } = await readings.ofDevice(ctx, device, playbookId);
      if (!leadId || !readingId) return null;
      const places = await playbooks.placesOf(ctx, playbookId);
      const last = content.steps.length;
      const stepPosition = places?.trialPosition ? Math.min(places.trialPosition, last) : null;
      return stepPosition ? { playbookId, leadId, readingId, stepPosition } : null;
    },
  );
}

async function noteOpening(visit: Visit): Promise<void> {
  const { platform, workspace, request } = visit;
  const who = await readerOf(visit);
  if (!who) return;
  const clone = await inWorkspace(
    platform,
    { workspace, actor: readings.readerActor(who.leadId), readOnly: true },
    (ctx) => clones.findPublished(ctx, who.playbookId),
  );
  if (!clone) return;
  const seen = await platform.facts.observe(workspace.id, {
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    method: request.method,
    headers: request.headers,
  });
  await platform.facts.record('usage_facts', {
    id: newId(),
    workspaceId: workspace.id,
    kind: 'clone_opened',
    occurredAt: platform.clock.now(),
    quantity: 1,
    leadId: who.leadId,
    cloneId: clone.id,
    playbookId: who.playbookId,
    readingId: who.readingId,
    detail: '{}',
    ...seen,
  });
}
