import type { Context, Platform } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { Forbidden, NotFound } from '#kernel/http';
import type { Permission } from '#kernel/identity';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery } from '#kernel/shapes';
import { questions } from '#modules/analytics';
import { answer, type Drafted } from './answer.ts';
import { carryOut } from './carry-out.ts';
import type { KeptAnswer } from './kept.ts';
import { type Order, readOrder } from './orders.ts';
import { parse, type Reading, type Understood } from './parse.ts';
import * as queries from './queries.ts';
import { type Picked, readTask } from './read-task.ts';
import type { Answer, Conversation, Exchange, Message } from './shapes.ts';

type May = ReadonlySet<Permission>;
/** Who asks, outside of a transaction. */
type Entry = Pick<Context, 'workspace' | 'actor' | 'correlationId'>;

const MOST_MESSAGES = 200;
const BUILT_IN = 'built-in composer';

/** Whose conversations these are: a person's or a key's own. @throws Forbidden for whoever is neither */
function askerOf({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind === 'user') return actor.userId;
  if (actor.kind === 'key') return actor.keyId;
  throw new Forbidden('Only a person or a key has conversations.');
}

const show = ({ id, title, lastMessageAt, createdAt }: queries.ConversationRow): Conversation => ({
  ...{ id, title },
  lastMessageAt: lastMessageAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

/** The asker's own conversations, the last spoken in first. */
export async function list(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<Conversation>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await queries.listConversations(ctx.db, ctx.workspace.id, {
    ownerId: askerOf(ctx),
    after: at && id ? { at: instantIn(at), id: String(id) } : undefined,
    limit: limit + 1,
  });
  return cutPage(rows, limit, (row) => [(row.lastMessageAt ?? row.createdAt).toISOString(), row.id], show);
}

export async function create(ctx: Context, { title }: { title?: string | undefined }): Promise<Conversation> {
  const now = ctx.clock.now();
  return show(
    await queries.insertConversation(ctx.db, {
      id: newId(),
      workspaceId: ctx.workspace.id,
      title: title ?? '',
      ownerId: askerOf(ctx),
      createdAt: now,
      updatedAt: now,
    }),
  );
}

/** @throws NotFound also for the conversation of somebody else */
async function find(ctx: Context, id: string): Promise<queries.ConversationRow> {
  const row = await queries.findConversation(ctx.db, ctx.workspace.id, { id, ownerId: askerOf(ctx) });
  if (!row) throw new NotFound('There is no such conversation.');
  return row;
}

/** @throws NotFound */
export async function get(
  ctx: Context,
  id: string,
  may: May,
): Promise<Conversation & { messages: Message[] }> {
  const row = await find(ctx, id);
  const messages = await queries.listMessages(ctx.db, ctx.workspace.id, id, MOST_MESSAGES);
  return { ...show(row), messages: messages.map((message) => showMessage(message, may)) };
}

function showMessage(row: queries.MessageRow, may: May): Message {
  const { id, role, createdAt } = row;
  const base = { id, role, createdAt: createdAt.toISOString() };
  if (!row.query) return { ...base, content: row.content, answer: null };
  const { needs, ...kept } = row.query;
  const rest = { rowCount: row.rowCount, refusal: row.refusal, composer: row.composer ?? BUILT_IN };
  // What was answered once is not shown to whoever may not see it any more.
  const lacks = needs.find((one) => !may.has(one as Permission));
  if (!lacks) return { ...base, content: row.content, answer: { ...kept, ...rest } };
  const text = `You may no longer see this answer: it needs ${lacks}.`;
  const hidden: Answer = {
    ...kept,
    ...{ ...rest, rowCount: null, refusal: text },
    ...{
      sentence: [{ text, rowsQuery: null }],
      table: null,
      query: null,
      took: null,
      actionId: null,
      taskId: null,
    },
  };
  return { ...base, content: text, answer: hidden };
}

/**
 * Answers a question or does what is ordered, with what the asker may see and do. A model is asked between two
 * transactions, and only for which entry of the registry is meant.
 * @throws NotFound
 */
export async function say(
  platform: Platform,
  entry: Entry,
  conversationId: string,
  content: string,
  may: May,
): Promise<Exchange> {
  const inside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inWorkspace(platform, entry, work);
  const order = readOrder(content);
  const opening = await inside(async (ctx) => {
    await find(ctx, conversationId);
    const said = await queries.listMessages(ctx.db, ctx.workspace.id, conversationId, 50);
    const last = said.findLast(({ query }) => query?.query)?.query ?? null;
    return { last, understood: order ? null : parse(content, todayOf(ctx), readingOf(last)) };
  });
  const read = opening.understood
    ? await understand(platform, entry, { content, conversationId, parsed: opening.understood })
    : null;
  return inside(async (ctx) => {
    const conversation = await find(ctx, conversationId);
    const drafted = read
      ? await answer(ctx, read.understood, may)
      : await carryOut(ctx, order as Order, may, { conversationId, last: opening.last });
    return keep(ctx, conversation, content, drafted, read, may);
  });
}

interface Read {
  understood: Understood;
  composer: string;
  reason: string | null;
  runId: string | null;
}

/** Asks the model, where there is one, which entry of the registry is meant; the parser answers in its place. */
async function understand(
  platform: Platform,
  { workspace, correlationId }: Entry,
  { content, conversationId, parsed }: { content: string; conversationId: string; parsed: Understood },
): Promise<Read> {
  // What nothing records stays refused, whatever a model makes of the words.
  if (parsed.kind === 'not-held')
    return { understood: parsed, composer: BUILT_IN, reason: null, runId: null };
  const reading = parsed.kind === 'question' ? parsed.reading : null;
  const given: Picked = {
    measure: reading?.measure ?? null,
    split: reading?.split ?? null,
    period: reading?.period ?? null,
    phrase: reading?.phrase?.slice(0, 200) ?? null,
    isRaw: reading?.isRaw ?? false,
    quietDays: reading?.quietDays ?? 7,
    stages: reading?.stages ?? { from: 'trials', to: 'orders' },
  };
  const today = platform.clock.now().toLocaleDateString('en-CA', { timeZone: workspace.timeZone });
  const made = await platform.ai.run(
    platform,
    workspace.id,
    readTask,
    { question: content, today, parsed: given },
    { subject: { type: 'conversation', id: conversationId }, correlationId },
  );
  const by = { composer: made.maker, reason: made.reason ?? null, runId: made.runId };
  if (made.maker === BUILT_IN) return { understood: parsed, ...by };
  const { measure, ...picked } = made.output;
  if (!measure) return { understood: { kind: 'unknown' }, ...by };
  const isSame = reading?.measure === measure;
  return {
    understood: {
      kind: 'question',
      reading: {
        ...picked,
        measure,
        filter: isSame ? (reading?.filter ?? null) : null,
        took: isSame ? (reading?.took ?? []) : [],
        wantsList: reading?.wantsList ?? false,
      },
    },
    ...by,
  };
}

function readingOf(last: KeptAnswer | null): Reading | null {
  if (!last?.query) return null;
  return { ...last.query.parameters, phrase: null, took: [], wantsList: false };
}

function todayOf({ clock, workspace }: Context): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = clock
    .now()
    .toLocaleDateString('en-CA', { timeZone: workspace.timeZone })
    .split('-')
    .map(Number);
  return { year, month, day };
}

async function keep(
  ctx: Context,
  conversation: queries.ConversationRow,
  content: string,
  { kept, rowCount, refusal }: Drafted,
  read: Read | null,
  may: May,
): Promise<Exchange> {
  const now = ctx.clock.now();
  const common = { workspaceId: ctx.workspace.id, conversationId: conversation.id };
  const composer = read?.composer ?? BUILT_IN;
  const [asked, answered] = await queries.insertMessages(ctx.db, [
    { ...common, id: newId(), role: 'person', content, authorId: askerOf(ctx), createdAt: now },
    {
      ...common,
      id: newId(),
      role: 'ceo',
      content: kept.sentence.map(({ text }) => text).join(''),
      query: { ...kept, composerReason: read?.reason ?? null },
      rows: kept.table,
      rowCount,
      refusal,
      composer,
      model: composer.startsWith('model: ') ? composer.slice('model: '.length) : null,
      aiRunId: read?.runId ?? null,
      createdAt: now,
    },
  ]);
  await queries.touchConversation(ctx.db, ctx.workspace.id, conversation.id, {
    title: conversation.title || content.replace(/\s+/g, ' ').trim().slice(0, 80),
    lastMessageAt: now,
  });
  return {
    message: showMessage(asked as queries.MessageRow, may),
    response: showMessage(answered as queries.MessageRow, may),
  };
}

/** A page of the rows behind an answer. @throws NotFound, Forbidden */
export async function rows(
  ctx: Context,
  { id, messageId }: { id: string; messageId: string },
  {
    part,
    group,
    cursor,
    limit,
  }: { part: 'now' | 'before'; group?: string | undefined; cursor?: string | undefined; limit: number },
  may: May,
): Promise<ReturnType<typeof questions.AnswerRows.parse>> {
  await find(ctx, id);
  const message = await queries.findMessage(ctx.db, ctx.workspace.id, { id: messageId, conversationId: id });
  const query = message?.query?.query;
  if (!query) throw new NotFound('There are no rows behind this.');
  return questions.rows(ctx, query.parameters, may, {
    at: new Date(query.countedAt),
    part,
    group: group === undefined ? undefined : group || null,
    cursor,
    limit,
  });
}
