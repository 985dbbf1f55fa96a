/** Stretches of days that a report can be asked for. */
export const DAYS = ['7', '28', '90', 'all'] as const;
export type Days = (typeof DAYS)[number];
