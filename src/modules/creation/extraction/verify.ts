import { type Citation, citationsOfDraft, type Draft, type Step } from '../playbooks/step.ts';

interface Rejected {
  stepId?: string;
  field: string;
  citation: Citation;
  reason: 'unknown_source' | 'not_in_source';
}

/**
 * Holds every citation of a draft against its source, word for word. A quote at other offsets than stated is
 * moved to where it stands; one that stands nowhere is rejected, and a field in the expert's words that loses
 * its last citation goes with it. What a model writes passes through here before anybody sees it.
 */
export function verifyCitations(
  draft: Draft,
  sources: { id: string; text: string }[],
): { draft: Draft; rejected: Rejected[] } {
  const texts = new Map(sources.map((source) => [source.id, source.text]));
  const rejected: Rejected[] = [];
  for (const { stepId, field, citation } of citationsOfDraft(draft)) {
    const verdict = judge(citation, texts);
    if (typeof verdict === 'string')
      rejected.push({ ...(stepId === undefined ? {} : { stepId }), field, citation, reason: verdict });
  }
  const keep = (citations: Citation[]) =>
    citations.map((citation) => judge(citation, texts)).filter((found) => typeof found !== 'string');
  const prune = <T extends { citations: Citation[]; origin: string }>(
    value: T | undefined,
  ): T | undefined => {
    if (value === undefined) return undefined;
    const citations = keep(value.citations);
    return value.origin === 'source' && citations.length === 0 ? undefined : { ...value, citations };
  };
  const list = <T extends { citations: Citation[]; origin: string }>(values: T[]) =>
    values.map(prune).filter((value) => value !== undefined);
  const steps = draft.steps.map((step): Step => {
    const { outcome, why, minutes, workedExample, doneWhen, nextAction, ...rest } = step;
    return {
      ...rest,
      citations: keep(step.citations),
      inputs: list(step.inputs),
      instructions: list(step.instructions),
      commonMistakes: list(step.commonMistakes),
      tools: list(step.tools),
      blanks: step.blanks.map((blank) => ({ ...blank, citations: keep(blank.citations) })),
      ...present({
        outcome: prune(outcome),
        why: prune(why),
        minutes: prune(minutes),
        workedExample: prune(workedExample),
        doneWhen: prune(doneWhen),
        nextAction: prune(nextAction),
      }),
    };
  });
  const { outcome, audience, pain, uniqueInsight, ...rest } = draft;
  const kept: Draft = {
    ...rest,
    titleCitations: keep(draft.titleCitations),
    steps,
    ...present({
      outcome: prune(outcome),
      audience: prune(audience),
      pain: prune(pain),
      uniqueInsight: prune(uniqueInsight),
    }),
  };
  return { draft: kept, rejected };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that an absent field is absent. */
export function present<T extends Record<string, unknown>>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

function judge(citation: Citation, texts: Map<string, string>): Citation | Rejected['reason'] {
  const text = texts.get(citation.sourceId);
  if (text === undefined) return 'unknown_source';
  if (text.slice(citation.start, citation.end) === citation.quote) return citation;
  const found = nearest(text, citation.quote, citation.start);
  return found === undefined
    ? 'not_in_source'
    : { ...citation, start: found, end: found + citation.quote.length };
}

/** Where a quote stands, the place closest to `around` first. */
function nearest(text: string, quote: string, around: number): number | undefined {
  if (quote.length < 3) return undefined;
  let best: number | undefined;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best === undefined || Math.abs(at - around) < Math.abs(best - around)) best = at;
  }
  return best;
}
