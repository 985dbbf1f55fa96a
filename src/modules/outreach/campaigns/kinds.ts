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
export type CampaignState = (typeof campaignStates)[number];
export const angles = ['problem', 'benefit', 'question', 'other'] as const;
export type Angle = (typeof angles)[number];
