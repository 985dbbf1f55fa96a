export const campaignStates = [
  'draft',
  'preparing',
  'ready',
  'launching',
  'running',
  'paused',
  'finished',
  'failed',
] as const;
export const angles = ['problem', 'benefit', 'question', 'other'] as const;
export type Angle = (typeof angles)[number];
