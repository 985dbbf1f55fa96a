export const replyKinds = [
  'interested',
  'question',
  'not_now',
  'not_interested',
  'wrong_person',
  'out_of_office',
  'unsubscribe',
  'bounce',
  'complaint',
  'other',
] as const;
export type ReplyKind = (typeof replyKinds)[number];
export const matches = ['in_reply_to', 'references', 'plus_address', 'alias', 'company', 'person'] as const;
