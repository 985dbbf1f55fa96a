import type { FastifyRequest } from 'fastify';
import { BadRequest } from './facts.ts';

/** Nothing we take nests further than a dozen levels; what walks a body recursively must not run out of stack. */
const MOST_LEVELS = 100;

/** Refuses a body that is nested without end. @throws BadRequest */
export async function assertShallow({ body }: Pick<FastifyRequest, 'body'>): Promise<void> {
  if (isDeeperThan(body, MOST_LEVELS))
    throw new BadRequest(`The body is nested more than ${MOST_LEVELS} levels deep.`);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
