import type { Context, Platform } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, NotFound, Unavailable } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery } from '#kernel/shapes';
import { people } from '#modules/capture';
import { type Answer, answer } from './answer.ts';
import { materialOf } from './material.ts';
import * as queries from './queries.ts';
import { getRow } from './service.ts';
import type { Turn } from './shapes.ts';

export class NothingToRead extends Fact {
  override readonly status = 409;
  override readonly title = 'The clone has nothing to read';
}

/** What was asked and answered, newest first. @throws NotFound */
export async function list(ctx: Context, cloneId: string, { cursor, limit }: PageQuery): Promise<Page<Turn>> {
  await getRow(ctx, cloneId);
  const [reservedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = reservedAt && id ? { reservedAt: instantIn(reservedAt), id: String(id) } : undefined;
  const rows = await queries.listTurns(ctx.db, ctx.workspace.id, { cloneId, after }, limit + 1);
  const show = await shower(ctx, rows);
  return cutPage(rows, limit, (row) => [row.reservedAt.toISOString(), row.id], show);
}

/** Of one trial, oldest first. */
export async function listOfTrial(ctx: Context, trialId: string): Promise<Turn[]> {
  const rows = await queries.listTurns(ctx.db, ctx.workspace.id, { trialId }, 200);
  return rows.reverse().map(await shower(ctx, rows));
}

/**
 * A member's own question, which counts for nobody. Asks models between its transactions.
 * @throws NotFound, NothingToRead
 * @throws Unavailable when the answer failed
 */
export async function tryOut(
  platform: Platform,
  entry: Pick<Context, 'workspace' | 'actor' | 'correlationId'>,
  cloneId: string,
  question: string,
): Promise<Turn> {
  const inside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inWorkspace(platform, entry, work);
  const id = newId();
  const material = await inside(async (ctx) => {
    const clone = await getRow(ctx, cloneId);
    const found = await materialOf(ctx, clone);
    if (!found) throw new NothingToRead('Publish a version first; the clone reads that.');
    const now = ctx.clock.now();
    await queries.insertTurn(ctx.db, ctx.workspace.id, {
      id,
      cloneId,
      requestKey: `member.${id}`,
      question,
      isCounted: false,
      versionId: found.versionId,
      reservedAt: now,
      createdAt: now,
    });
    return found;
  });
  let given: Answer;
  try {
    given = await answer(platform, material, {
      workspaceId: entry.workspace.id,
      question,
      subject: { type: 'clone_turn', id },
      correlationId: entry.correlationId,
    });
  } catch (error) {
    platform.log.error({ err: error, turn: id }, 'a clone did not answer');
    await inside((ctx) =>
      queries.endTurn(ctx.db, ctx.workspace.id, id, {
        state: 'failed',
        problem: 'The answer failed.',
        answeredAt: ctx.clock.now(),
      }),
    );
    throw new Unavailable('The answer failed on our side. Ask again in a moment.');
  }
  return inside(async (ctx) => {
    const isGrounded = given.state === 'answered';
    await queries.endTurn(ctx.db, ctx.workspace.id, id, {
      state: given.state,
      answer: given.text,
      citations: given.citations,
      isGrounded,
      composer: given.composer,
      model: given.model,
      aiRunId: given.aiRunId,
      answeredAt: ctx.clock.now(),
    });
    await publish(ctx, 'clone.answered', { turnId: id, cloneId, trialId: null, leadId: null, isGrounded });
    return get(ctx, id);
  });
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Turn> {
  const row = await queries.findTurn(ctx.db, ctx.workspace.id, { id });
  if (!row) throw new NotFound('There is no such question.');
  return (await shower(ctx, [row]))(row);
}

async function shower(ctx: Context, rows: queries.TurnRow[]): Promise<(row: queries.TurnRow) => Turn> {
  const known = await people.namesOf(
    ctx,
    rows.flatMap(({ leadId }) => leadId ?? []),
  );
  const corrected = await queries.listCorrectionsOfTurns(
    ctx.db,
    ctx.workspace.id,
    rows.map(({ id }) => id),
  );
  return (row) => {
    const person = row.leadId ? known.get(row.leadId) : undefined;
    return {
      id: row.id,
      question: row.question,
      answer: row.answer,
      state: row.state,
      isGrounded: row.isGrounded,
      citations: row.citations,
      composer: row.composer,
      lead: person ? { id: person.id, name: person.name } : null,
      askedAt: row.reservedAt.toISOString(),
      rating: row.rating,
      correctionId: corrected.get(row.id) ?? null,
    };
  };
}
