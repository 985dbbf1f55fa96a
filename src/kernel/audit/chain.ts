import type { Context } from '#context';
import { FIRST_HASH, hashEntry } from './hash.ts';
import { findLastLink, insertLinks, listLinks, listUnchained, lockChain } from './queries.ts';

const STRETCH = 500;

/**
 * Appends what has been committed to the chain, in sequence. One at a time per workspace.
 * @returns how many entries were appended
 */
export async function append(ctx: Context): Promise<number> {
  await lockChain(ctx.db, ctx.workspace.id);
  const last = await findLastLink(ctx.db, ctx.workspace.id);
  const entries = await listUnchained(ctx.db, ctx.workspace.id, STRETCH);
  if (entries.length === 0) return 0;
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? FIRST_HASH;
  const links = entries.map((entry) => {
    sequence += 1;
    const hash = hashEntry(sequence, previousHash, entry);
    const link = { sequence, entryId: entry.id, previousHash, hash };
    previousHash = hash;
    return link;
  });
  await insertLinks(ctx.db, ctx.workspace.id, links);
  return links.length;
}

/** What a check of the whole chain found. */
export interface Verdict {
  intact: boolean;
  /** Links looked at until the first that is wrong, or all. */
  checked: number;
  /** The hash of the last good link: written down elsewhere, it also proves that nothing was cut off at the end. */
  lastHash: string;
  brokenAt: {
    sequence: number;
    why: 'entry missing' | 'entry changed' | 'link missing' | 'link changed';
  } | null;
}

/** Recomputes every hash from the first entry on and says where the log stops being what was written. */
export async function verifyChain(ctx: Context): Promise<Verdict> {
  let checked = 0;
  let previousHash = FIRST_HASH;
  for (;;) {
    const stretch = await listLinks(ctx.db, ctx.workspace.id, checked, STRETCH);
    for (const { link, entry } of stretch) {
      const why = faultOf(link, entry, checked + 1, previousHash);
      if (why)
        return { intact: false, checked, lastHash: previousHash, brokenAt: { sequence: checked + 1, why } };
      checked += 1;
      previousHash = link.hash;
    }
    if (stretch.length < STRETCH) return { intact: true, checked, lastHash: previousHash, brokenAt: null };
  }
}

type Link = Awaited<ReturnType<typeof listLinks>>[number];

function faultOf(link: Link['link'], entry: Link['entry'], sequence: number, previousHash: string) {
  if (link.sequence !== sequence) return 'link missing' as const;
  if (link.previousHash !== previousHash) return 'link changed' as const;
  if (!entry) return 'entry missing' as const;
  return hashEntry(sequence, previousHash, entry) === link.hash ? undefined : ('entry changed' as const);
}
