import type { Context } from '#context';
import { allWords } from '../gates/service.ts';
import { factsOf, newestAnswers } from '../leads/facts.ts';
import { listPeople } from './queries.ts';
import { evaluate, sentenceOf, type Verdict } from './rule.ts';
import { Rule } from './shapes.ts';

export interface Judged extends Verdict {
  /** When the newest answer was given that a rule asks for; when the person came, where it asks for none. */
  since: Date;
  /** The newest answers that a rule asks for, as their labels. */
  given: string[];
}

/**
 * Holds rules against one person, for layers that keep rules of their own.
 * @param rules in the shape of a segment's rule; the empty rule holds for everybody
 * @returns one verdict per rule, none of which holds when the person is gone or may be no person
 * @throws ZodError for what is no rule
 */
export async function judge(ctx: Context, leadId: string, rules: unknown[]): Promise<Judged[]> {
  if (rules.length === 0) return [];
  const now = ctx.clock.now();
  const [person] = await listPeople(ctx.db, ctx.workspace.id, 1, { id: leadId });
  if (!person || person.lead.isSuspect)
    return rules.map(() => ({ holds: false, reasons: [], against: [], since: now, given: [] }));
  const words = await allWords(ctx);
  const facts = factsOf(person.lead, person.answers, person.newsletter, now);
  return rules.map((kept) => {
    const rule = Rule.parse(kept);
    const asked = new Set([...rule.all, ...rule.any].map(({ field }) => field));
    const given = newestAnswers(person.answers).filter(({ questionId }) => asked.has(`answer.${questionId}`));
    const since = new Date(
      Math.max(person.lead.capturedAt.getTime(), ...given.map(({ answeredAt }) => answeredAt.getTime())),
    );
    const labels = given.map(
      ({ questionId, answerValue }) => words[`answer.${questionId}`]?.[answerValue] ?? answerValue,
    );
    return { ...evaluate(rule, facts, words), since, given: labels };
  });
}

/** A rule as an English sentence, with the words that its answers have at the gates. @throws ZodError */
export async function sayRules(ctx: Context, rules: unknown[]): Promise<string[]> {
  const words = await allWords(ctx);
  return rules.map((rule) => sentenceOf(Rule.parse(rule), words));
}
