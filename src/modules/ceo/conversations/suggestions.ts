import type { Context } from '#context';
import type { Permission } from '#kernel/identity';
import { questions } from '#modules/analytics';
import { parse } from './parse.ts';
import type { Suggestion } from './shapes.ts';

/** Worth asking, the most urgent first; each is offered only where the data holds an answer. */
const CANDIDATES = [
  'Who raised a hand and heard nothing?',
  'How many leads in the last 28 days, and from where?',
  'Which playbook earns most in the last 28 days?',
  'Which questions were not in the material in the last 28 days?',
  'Where do readers stop in the last 28 days?',
  'What waits for my approval?',
  'Conversion from trial to purchase in the last 3 months?',
  'Replies in the last 28 days, by kind?',
  'Revenue per week?',
  'Which leads are quiet?',
  'Which link brought the most leads in the last 28 days?',
  'What are the open tasks?',
  'How many readers in the last 28 days?',
  'Which drafts are not published?',
];
const MOST = 6;
const TODAY = { year: 2000, month: 1, day: 1 };

/** Six questions that this workspace's own data answers with something other than nothing. */
export async function suggest(ctx: Context, may: ReadonlySet<Permission>): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  const at = ctx.clock.now();
  for (const question of CANDIDATES) {
    if (found.length === MOST) break;
    const understood = parse(question, TODAY, null);
    if (understood.kind !== 'question') continue;
    const { measure, isRaw, quietDays, stages, period } = understood.reading;
    const { many, needs } = questions.MEASURES[measure];
    if (needs.some((one) => !may.has(one))) continue;
    const last = { kind: 'last', n: 28, unit: 'days' } as const;
    const plain = { measure, isRaw, quietDays, stages, split: null, filter: null, period: period ?? last };
    const { now } = await questions.count(ctx, plain, may, at);
    if (now.rows > 0)
      found.push({
        question,
        why: `${now.rows.toLocaleString('en')} ${now.rows === 1 ? 'row' : 'rows'}: ${many}`,
      });
  }
  return found;
}
