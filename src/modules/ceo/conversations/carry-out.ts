import type { Context } from '#context';
import type { Permission } from '#kernel/identity';
import { PlanLimitReached } from '#kernel/usage';
import { questions } from '#modules/analytics';
import * as actions from '../actions/service.ts';
import * as config from '../config/service.ts';
import * as tasks from '../tasks/service.ts';
import { type Drafted, plainAnswer } from './answer.ts';
import type { KeptAnswer } from './kept.ts';
import type { Order } from './orders.ts';

type May = ReadonlySet<Permission>;

const DAY_MS = 86_400_000;
const MOST_PEOPLE = 200;

/** Does what somebody ordered, as far as they may. Mail is never sent from here: it waits for approval, word for word. */
export async function carryOut(
  ctx: Context,
  order: Order,
  may: May,
  { conversationId, last }: { conversationId: string; last: KeptAnswer | null },
): Promise<Drafted> {
  switch (order.kind) {
    case 'task':
      return may.has('tasks.write') ? addTask(ctx, order) : refused(ctx, 'create tasks', 'tasks.write');
    case 'write':
      return may.has('leads.read') && may.has('actions.read')
        ? proposeMail(ctx, order.text, may, { conversationId, last })
        : refused(ctx, 'write to people', may.has('leads.read') ? 'actions.read' : 'leads.read');
    case 'stop':
      if (!may.has('policy.write')) return refused(ctx, 'stop the actions', 'policy.write');
      await config.stop(ctx, 'Ordered in a conversation.');
      return plainAnswer(
        ctx,
        'All actions are stopped. Nothing acts alone until you say “resume” or lift it in the policy.',
      );
    case 'resume':
      if (!may.has('policy.write')) return refused(ctx, 'lift the stop', 'policy.write');
      await config.resume(ctx);
      return plainAnswer(ctx, 'The stop is lifted. The CEO acts again, inside its policy.');
  }
}

function refused(ctx: Context, what: string, permission: Permission): Drafted {
  const text = `You may not ${what}: your role lacks ${permission}. Nothing was done.`;
  return plainAnswer(ctx, text, { refusal: text });
}

async function addTask(
  ctx: Context,
  { title, dueInDays }: Extract<Order, { kind: 'task' }>,
): Promise<Drafted> {
  try {
    const task = await tasks.create(ctx, {
      type: 'other',
      title,
      description: '',
      priority: 'medium',
      ...(dueInDays !== null && {
        dueAt: new Date(ctx.clock.now().getTime() + dueInDays * DAY_MS).toISOString(),
      }),
    });
    const due = task.dueAt
      ? `, due ${new Date(task.dueAt).toLocaleDateString('en-GB', { timeZone: ctx.workspace.timeZone, day: 'numeric', month: 'long' })}`
      : '';
    return plainAnswer(ctx, `Task created: “${task.title}”${due}.`, {
      taskId: task.id,
      needs: ['tasks.read'],
    });
  } catch (error) {
    if (!(error instanceof PlanLimitReached)) throw error;
    return plainAnswer(ctx, `No task was created. ${error.message}`, { refusal: error.message });
  }
}

async function proposeMail(
  ctx: Context,
  text: string | null,
  may: May,
  { conversationId, last }: { conversationId: string; last: KeptAnswer | null },
): Promise<Drafted> {
  const nobody = (why: string) => plainAnswer(ctx, why, { refusal: why });
  if (!last?.query)
    return nobody('I do not know whom you mean: ask for people first, then say “write to them”.');
  const { parameters, countedAt } = last.query;
  if (questions.missing(questions.MEASURES[parameters.measure], may).length > 0)
    return nobody('You may no longer see the people of the last answer.');
  const ids = await questions.leadsOf(ctx, parameters, may, new Date(countedAt), MOST_PEOPLE + 1);
  if (ids.length === 0) return nobody('The last answer holds no people that I know by name.');
  if (ids.length > MOST_PEOPLE)
    return nobody(`The last answer holds more than ${MOST_PEOPLE} people. Narrow it down first.`);
  const { yes, refused: wantNone, unconfirmed } = await questions.mailable(ctx, ids);
  const left = [
    ...(wantNone > 0 ? [`${wantNone} who asked for no mail`] : []),
    ...(unconfirmed > 0 ? [`${unconfirmed} without a confirmed address`] : []),
  ];
  const leftWords = left.length > 0 ? ` I left out ${left.join(' and ')}.` : '';
  if (yes.length === 0) return nobody(`Nobody of them may be written to.${leftWords}`);
  const people = `${yes.length} ${yes.length === 1 ? 'person' : 'people'}`;
  const action = await actions.propose(ctx, {
    kind: 'send_mail',
    title: `Send one mail to ${yes.length} ${yes.length === 1 ? 'lead' : 'leads'}`,
    items: yes.map(({ id, name, firstName }) => ({
      subjectType: 'lead',
      subjectId: id,
      name,
      title: `A question from ${ctx.workspace.name}`,
      text: textFor(firstName, text, ctx.workspace.name),
    })),
    why: `You ordered it in a conversation, for: ${last.query.words[0]}.`,
    asksBecause: 'What is ordered in a conversation is read by somebody before it leaves.',
    confidence: null,
    conversationId,
  });
  if (!action) return nobody('The policy for “Send mail” says never. Nothing was proposed.');
  return plainAnswer(
    ctx,
    `${people} may be written to.${leftWords} The mail waits for approval; nothing has left.`,
    {
      actionId: action.id,
      needs: ['leads.read', 'actions.read'],
    },
  );
}

const textFor = (firstName: string | null, text: string | null, workspace: string): string =>
  `Hi${firstName ? ` ${firstName}` : ''},\n\n${
    text ?? 'how is it going with what you read from us? Answer with one line; a person reads it.'
  }\n\n${workspace}`;
