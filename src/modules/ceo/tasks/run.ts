import { z } from 'zod';
import { type Context, type Platform, system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { job } from '#kernel/jobs';
import { queueMessage, renderMail } from '#kernel/mail';
import { leads } from '#modules/capture';
import { versions } from '#modules/creation';
import { posts } from '#modules/distribution';
import { newestPlaybook } from './newest.ts';
import * as queries from './queries.ts';

/** A task that cannot be done, with the reason for people. Trying again would change nothing. */
class CannotBeDone extends Error {}

type Output = Record<string, unknown>;

const Mail = z.object({ subject: z.string().min(1), text: z.string().min(1) });

/** What the machine can do by itself. Each begins and ends in one transaction: what leaves the house is queued in it. */
const doers: Record<string, (ctx: Context, task: queries.TaskRow) => Promise<Output>> = {
  async send_mail(ctx, task) {
    const { subject, text } = Mail.parse(task.input);
    const [lead] = await leads.rowsOf(ctx, task.leadId ? [task.leadId] : []);
    if (!lead) throw new CannotBeDone('This person is gone.');
    if (!lead.confirmedAt) throw new CannotBeDone('They have not confirmed their address.');
    const { html, text: plain } = renderMail({
      preheader: text.slice(0, 90),
      paragraphs: text.split(/\n{2,}/),
      footer: `You get this because you left your address with ${ctx.workspace.name}.`,
    });
    const message = await queueMessage(ctx, {
      stream: 'marketing',
      kind: 'ceo.follow-up',
      to: { email: lead.email, ...(lead.name && { name: lead.name }) },
      subject,
      html,
      text: plain,
      leadId: lead.id,
      // However often the task is tried, the person gets one mail.
      dedupeKey: `task:${task.id}`,
    });
    if (message.state === 'held') throw new CannotBeDone(message.reason ?? 'The mail is held back.');
    return { messageId: message.id };
  },
  async post_draft(ctx) {
    const playbook = await newestPlaybook(ctx);
    if (!playbook) throw new CannotBeDone('Publish a playbook first; the draft is taken from one.');
    const { content } = await versions.getVersion(ctx, playbook.versionId);
    const week = Math.floor(ctx.clock.now().getTime() / (7 * 86_400_000));
    const step = content.steps[week % content.steps.length];
    if (!step) throw new CannotBeDone('The playbook has no steps.');
    const said = step.instructions[0]?.text ?? step.outcome?.text ?? '';
    const text = [`${step.title}.`, said, `The whole method, step by step: ${playbook.url}`]
      .filter(Boolean)
      .join('\n\n');
    const post = await posts.draft(ctx, {
      ...{ channel: 'linkedin', body: text, playbookId: playbook.id, composer: 'built-in' },
    });
    return { postId: post.id, text, stepPosition: step.position, composer: 'built-in' };
  },
};

/** Does one task of the machine. At most one mail leaves however often it is tried. */
export const runTask = job({
  name: 'task.run',
  payload: z.object({ workspaceId: z.uuid(), taskId: z.uuid() }),
  maxAttempts: 5,
  async run(platform, { workspaceId, taskId }, { correlationId, lastAttempt }) {
    const entry = { workspaceId, actor: system('ceo'), correlationId };
    const task = await inWorkspace(platform, entry, async (ctx) => {
      const claimed = await queries.claimTask(ctx.db, workspaceId, taskId, ctx.clock.now());
      if (claimed)
        await queries.insertRun(ctx.db, {
          ...{ id: newId(), workspaceId, taskId, attempt: claimed.attempts, correlationId },
          startedAt: ctx.clock.now(),
        });
      return claimed;
    });
    if (!task) return;
    try {
      await inWorkspace(platform, entry, async (ctx) => {
        const output = await (doers[task.type]?.(ctx, task) ?? Promise.resolve({}));
        await finish(ctx, task, { state: 'completed', output });
      });
    } catch (error) {
      if (!(error instanceof CannotBeDone || lastAttempt)) {
        await giveBack(platform, entry, task, sentenceOf(error));
        throw error;
      }
      const failed = { state: 'failed', error: sentenceOf(error) } as const;
      await inWorkspace(platform, entry, (ctx) => finish(ctx, task, failed));
    }
  },
});

const sentenceOf = (error: unknown): string =>
  error instanceof CannotBeDone ? error.message : 'Something broke on our side; the log has it.';

async function finish(
  ctx: Context,
  { id, attempts }: queries.TaskRow,
  end: { state: 'completed' | 'failed'; output?: Output; error?: string },
): Promise<void> {
  const now = ctx.clock.now();
  const { state, output = null, error = null } = end;
  const set = { state, output, error, completedAt: state === 'completed' ? now : null, updatedAt: now };
  await queries.moveTask(ctx.db, ctx.workspace.id, { id, from: ['in_progress'] }, set);
  await queries.endRun(ctx.db, ctx.workspace.id, id, attempts, { state, output, error, finishedAt: now });
  await publish(ctx, 'task.finished', { taskId: id, state });
}

async function giveBack(
  platform: Platform,
  entry: Parameters<typeof inWorkspace>[1],
  { id, attempts }: queries.TaskRow,
  error: string,
): Promise<void> {
  await inWorkspace(platform, entry, async (ctx) => {
    const now = ctx.clock.now();
    const waits = {
      state: 'pending',
      error,
      waitReason: 'It is tried again by itself.',
      updatedAt: now,
    } as const;
    await queries.moveTask(ctx.db, ctx.workspace.id, { id, from: ['in_progress'] }, waits);
    await queries.endRun(ctx.db, ctx.workspace.id, id, attempts, { state: 'failed', error, finishedAt: now });
  });
}
