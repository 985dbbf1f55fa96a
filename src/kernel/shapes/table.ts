import { z } from 'zod';

/** A column of rows whose kind is known only when they are asked for. */
export const TableColumn = z.object({
  key: z.string(),
  label: z.string(),
  format: z.enum(['text', 'instant', 'count', 'money', 'flag', 'share', 'days', 'change']),
});
export type TableColumn = z.output<typeof TableColumn>;

export const TableCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
