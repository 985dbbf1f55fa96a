/** What the doctor found in one place. */
export interface Finding {
  subject: string;
  state: 'ok' | 'note' | 'wrong';
  /** One sentence. */
  says: string;
  /** What to do about it. */
  todo?: string;
}

export const ok = (subject: string, says: string): Finding => ({ subject, state: 'ok', says });
export const note = (subject: string, says: string, todo?: string): Finding => ({
  subject,
  state: 'note',
  says,
  ...(todo && { todo }),
});
export const wrong = (subject: string, says: string, todo: string): Finding => ({
  subject,
  state: 'wrong',
  says,
  todo,
});

/** The message of whatever was thrown. */
export const reason = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
};
