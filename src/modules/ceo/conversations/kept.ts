import type { questions } from '#modules/analytics';
import type { Answer } from './shapes.ts';

type Question = ReturnType<typeof questions.Question.parse>;

/** An answer as it is kept, with the permissions it was made with. */
export interface KeptAnswer extends Omit<Answer, 'composer' | 'rowCount' | 'refusal' | 'query'> {
  query: (Omit<NonNullable<Answer['query']>, 'parameters'> & { parameters: Question }) | null;
  needs: string[];
}
