export const claimKinds = [
  'product',
  'audience',
  'benefit',
  'proof',
  'price',
  'feature',
  'tone',
  'other',
] as const;
export type ClaimKind = (typeof claimKinds)[number];
