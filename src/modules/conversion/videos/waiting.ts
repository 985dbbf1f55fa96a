import type { DeliveryRow } from './queries.ts';

/** Why a delivery does not move, each with what people read. */
const SENTENCES: Readonly<Record<string, string>> = {
  delay: 'Leaves after the delay of the hand-raise rule',
  template: 'The template is being changed; leaves when it is published',
  address: 'Waits until they confirm their address',
  permission: 'They have not said yes to mail made from what they told us',
  withdrawn: 'They took back their permission',
  suppressed: 'Mail to this address is stopped',
  expired: 'The video’s page has ended',
  deleted: 'They deleted the video',
  mail: 'In the mail queue',
  unconfirmed: 'May have arrived; we look up what became of it and never send it twice',
  held: 'Mail to this address was stopped on its way',
  refused: 'The mail was refused',
};

/** Why a delivery stands where it stands; null for one that left. */
export function waitReasonOf({
  state,
  waitReason,
  problem,
}: Pick<DeliveryRow, 'state' | 'waitReason' | 'problem'>): { code: string; sentence: string } | null {
  if (state === 'sent' || !waitReason) return null;
  return { code: waitReason, sentence: problem ?? SENTENCES[waitReason] ?? waitReason };
}
