export const sendStates = [
  'planned',
  'claimed',
  'sending',
  'sent',
  'unconfirmed',
  'failed',
  'cancelled',
  'held',
] as const;
export type SendState = (typeof sendStates)[number];
