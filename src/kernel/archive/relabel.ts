import { createHmac } from 'node:crypto';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

interface Relabelling {
  /** Ids that become certain others: the workspace, the organization, accounts found again by their address. */
  known: ReadonlyMap<string, string>;
  /**
   * Set when the rows come into the installation they came from: every other id becomes a new one, the same for the same
   * secret. The time in it stays, so that what is ordered by id stays ordered.
   */
  secret: string | null;
}

/** Gives the ids of a row their new values, wherever in it they stand: columns, arrays, JSON, addresses. */
export function relabel(line: string, { known, secret }: Relabelling): string {
  return line.replace(ID, (id) => known.get(id) ?? (secret === null ? id : freshId(id, secret)));
}

/** Another id of the same time, version 7 (RFC 9562 §5.7): the 48 bits of time stay, the rest follows from the secret. */
export function freshId(id: string, secret: string): string {
  const bits = createHmac('sha256', secret).update(id).digest('hex');
  const variant = '89ab'[Number.parseInt(bits.slice(3, 4), 16) % 4];
  return `${id.slice(0, 13)}-7${bits.slice(0, 3)}-${variant}${bits.slice(4, 7)}-${bits.slice(7, 19)}`;
}
