import { doneForm } from '../extraction/fields.ts';
import { imperativeOf } from '../extraction/imperative.ts';
import { stemsOf, Weights } from '../extraction/words.ts';
import type { Step } from '../playbooks/step.ts';
import { type Check, type Checked, clamp, derived, finding, nameOf, ofSteps, scoreOfShare, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit, wordList } from './rubric.ts';
import { textsOfStep, wordCount, wordsFound } from './texts.ts';

/** G: one outcome for one audience, and steps that lead there. */
export const checkGoal: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  let score = 5;
  if (draft.outcome === undefined) {
    score -= 3;
    const found = material?.fieldAnywhere(/\b(?:so that you|by the end|the goal|you will (?:be able|have)|you(?:'|’)ll (?:be able|have)|in order to)\b/i);
    const own = derived(`You can ${lower(draft.title)}.`);
    findings.push(finding(criterion, { rule: 'no-outcome', weight: 'blocker', place: { field: 'outcome' }, message: 'The playbook does not say what the reader has at the end.', fix: found === undefined ? 'Write one sentence: after the last step you can … Or take the title’s word for it.' : `Take it from the material: “${found.text}”`, apply: { kind: 'set-text', place: { field: 'outcome' }, value: found ?? own } }));
  } else if (wordCount(draft.outcome.text) > limit(criterion, 'outcomeWordsMost')) {
    score -= 1;
    findings.push(finding(criterion, { rule: 'long-outcome', weight: 'fault', place: { field: 'outcome' }, message: `The outcome takes ${wordCount(draft.outcome.text)} words.`, fix: 'Say it in one breath: who can do what, by when.' }));
  }
  if (draft.audience === undefined) {
    score -= 2;
    const found = material?.fieldAnywhere(/\b(?:for (?:people|teams|studios|workshops|anyone|founders|owners|small)|if you(?:'re| are| run| have)|(?:people|teams|anyone) who)\b/i);
    findings.push(finding(criterion, { rule: 'no-audience', weight: 'blocker', place: { field: 'audience' }, message: 'The playbook does not say who it is for.', fix: found === undefined ? 'Name one kind of person and what they do. Ask the expert whom they had in mind.' : `Take it from the material: “${found.text}”`, ...(found === undefined ? {} : { apply: { kind: 'set-text', place: { field: 'audience' }, value: found } }) }));
  }
  const with_ = draft.steps.filter((step) => step.outcome !== undefined).length;
  if (draft.steps.length > 0 && with_ / draft.steps.length < limit(criterion, 'stepsWithOutcome')) score -= 1;
  for (const step of draft.steps) {
    if (step.outcome !== undefined) continue;
    const result = doneForm(step.title);
    findings.push(finding(criterion, { rule: 'step-without-outcome', weight: 'fault', place: { stepId: step.id, field: 'outcome' }, message: `${nameOf(step)} does not say what it leaves the reader with.`, fix: 'Name the thing that exists afterwards.', ...(result === undefined ? {} : { apply: { kind: 'set-text', place: { stepId: step.id, field: 'outcome' }, value: derived(`${result}.`) } }) }));
  }
  if (draft.steps.length === 0) score = 1;
  return { score: clamp(score), evidence: `Outcome ${draft.outcome === undefined ? 'missing' : 'stated'}, audience ${draft.audience === undefined ? 'missing' : 'named'}, ${ofSteps(with_, draft.steps.length)} with an outcome of their own.`, findings };
};

/** O: the order of the source kept, nothing needed before it is made, nothing said twice. */
export const checkOrder: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  let score = 5;
  for (const step of draft.steps) {
    for (const field of textsOfStep(step)) {
      if (!/^(?:instructions|inputs)/.test(field.field)) continue;
      for (const match of field.text.matchAll(/\b(?:from|of|in|see|using) step (\d{1,2})\b/gi)) {
        const later = Number(match[1]);
        if (later <= step.position || later > draft.steps.length) continue;
        score -= 1;
        findings.push(finding(criterion, { rule: 'needs-later-step', weight: 'blocker', place: { stepId: step.id, field: field.field }, span: { start: match.index, end: match.index + match[0].length, words: match[0] }, message: `${nameOf(step)} needs something from step ${later}, which comes after it.`, fix: `Move step ${later} before it.`, apply: { kind: 'move-step', stepId: draft.steps[later - 1]?.id ?? '', to: step.position } }));
      }
    }
  }
  const order = sourceOrder(draft.steps);
  if (order !== undefined && order.tau < limit(criterion, 'sourceOrder')) {
    score -= order.tau < 0.1 ? 3 : 2;
    const step = order.misplaced;
    findings.push(finding(criterion, { rule: 'other-order-than-source', weight: 'blocker', place: { stepId: step.step.id, field: 'title' }, message: `The source tells these steps in another order; ${nameOf(step.step)} stands furthest from its place.`, fix: `Move it to place ${step.to}, or say in the step why the order differs.`, apply: { kind: 'move-step', stepId: step.step.id, to: step.to } }));
  }
  const weights = new Weights();
  const stems = draft.steps.map((step) => new Set(stemsOf(step.title)));
  for (const set of stems) weights.add(set);
  draft.steps.forEach((step, at) => {
    const twin = stems.findIndex((other, index) => index < at && (stems[at]?.size ?? 0) > 1 && weights.similarity(other, stems[at] ?? new Set()) >= limit(criterion, 'likeness'));
    const other = draft.steps[twin];
    if (other === undefined) return;
    score -= 1;
    findings.push(finding(criterion, { rule: 'same-step-twice', weight: 'fault', place: { stepId: step.id, field: 'title' }, message: `${nameOf(step)} says the same as step ${other.position}.`, fix: `Merge it into step ${other.position}.`, apply: { kind: 'merge-steps', stepId: step.id, into: other.id } }));
  });
  if (draft.steps.length < 2) score = 1;
  const told = order === undefined ? 'no source to compare the order with' : `agrees with the source's order by ${Math.round(order.tau * 100)}% (Kendall)`;
  return { score: clamp(score), evidence: `${draft.steps.length} steps, ${told}, ${findings.length === 0 ? 'no step needs a later one' : `${findings.length} findings`}.`, findings };
};

/** Kendall's tau between the steps and where the source that tells most of them tells them. */
function sourceOrder(steps: Step[]): { tau: number; misplaced: { step: Step; to: number } } | undefined {
  const bySource = new Map<string, { step: Step; at: number }[]>();
  for (const step of steps) {
    const first = new Map<string, number>();
    for (const citation of step.citations) first.set(citation.sourceId, Math.min(first.get(citation.sourceId) ?? Number.POSITIVE_INFINITY, citation.start));
    for (const [sourceId, at] of first) bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), { step, at }]);
  }
  const most = [...bySource.values()].sort((a, b) => b.length - a.length)[0];
  if (most === undefined || most.length < 4) return undefined;
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < most.length; a += 1) {
    for (let b = a + 1; b < most.length; b += 1) {
      const gap = (most[b]?.at ?? 0) - (most[a]?.at ?? 0);
      if (gap === 0) continue;
      sum += Math.sign(gap);
      pairs += 1;
    }
  }
  const sorted = [...most].sort((a, b) => a.at - b.at);
  const moves = most.map((entry, index) => ({ step: entry.step, to: sorted.indexOf(entry) + 1, far: Math.abs(sorted.indexOf(entry) - index) }));
  const misplaced = moves.sort((a, b) => b.far - a.far)[0];
  return misplaced === undefined ? undefined : { tau: pairs === 0 ? 1 : sum / pairs, misplaced };
}

/** L: 8 to 12 steps, none bloated, the time stated and possible. */
export const checkLean: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const count = draft.steps.length;
  const least = limit(criterion, 'stepsLeast');
  const most = limit(criterion, 'stepsMost');
  let score = 5;
  if (count < least) {
    score = count >= limit(criterion, 'stepsFew') ? 4 : count >= 4 ? 3 : count >= 2 ? 2 : 1;
    findings.push(finding(criterion, { rule: 'few-steps', weight: score >= 4 ? 'hint' : 'blocker', place: { field: 'steps' }, message: `${count} steps; readers finish playbooks of ${least} to ${most}.`, fix: 'Split the largest step, or ask the expert what happens between two of them.' }));
  } else if (count > most) {
    score = count <= most + 1 ? 4 : count <= most + 4 ? 3 : count <= most + 8 ? 2 : 1;
    findings.push(finding(criterion, { rule: 'many-steps', weight: 'fault', place: { field: 'steps' }, message: `${count} steps; more than ${most} and readers stop.`, fix: 'Merge the two that lie closest, or make two playbooks.' }));
  }
  let bloated = 0;
  let untimed = 0;
  for (const step of draft.steps) {
    const words = textsOfStep(step).reduce((sum, field) => sum + wordCount(field.text), 0);
    const tooMany = step.instructions.length > limit(criterion, 'instructionsMost');
    if (tooMany || words > limit(criterion, 'wordsPerStepMost')) {
      bloated += 1;
      const at = Math.ceil(step.instructions.length / 2);
      const title = (step.instructions[at]?.text ?? '').replace(/[.!]+$/, '').slice(0, 70);
      findings.push(finding(criterion, { rule: 'long-step', weight: 'fault', place: { stepId: step.id, field: 'instructions' }, message: `${nameOf(step)} holds ${step.instructions.length} instructions and ${words} words.`, fix: 'Make two steps of it, or cut what the reader can do without.', ...(step.instructions.length >= 4 && title !== '' ? { apply: { kind: 'split-step', stepId: step.id, at, title } } : {}) }));
    }
    if (step.minutes === undefined) {
      untimed += 1;
      const value = Math.min(90, Math.ceil((5 + step.instructions.length * 4 + step.blanks.length * 5) / 5) * 5);
      findings.push(finding(criterion, { rule: 'no-minutes', weight: 'fault', place: { stepId: step.id, field: 'minutes' }, message: `${nameOf(step)} does not say how long it takes.`, fix: `Ask the expert, or take our estimate: ${value} minutes.`, apply: { kind: 'set-minutes', stepId: step.id, value: { value, citations: [], origin: 'derived' } } }));
    } else if (step.minutes.value < words / 240) {
      findings.push(finding(criterion, { rule: 'time-too-short', weight: 'hint', place: { stepId: step.id, field: 'minutes' }, message: `${nameOf(step)} gives ${step.minutes.value} minutes; reading it takes longer.`, fix: 'Time somebody who does it for the first time.' }));
    }
  }
  const share = count === 0 ? 0 : bloated / count;
  if (share > 0.5) score -= 2;
  else if (share > 0.1) score -= 1;
  if (count > 0 && untimed / count > 0.34) score -= 1;
  const total = draft.steps.reduce((sum, step) => sum + (step.minutes?.value ?? 0), 0);
  return { score: clamp(score), evidence: `${count} steps, ${hours(total)} in all, ${ofSteps(bloated, count)} too long, ${untimed} without a time.`, findings };
};

function hours(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** D: an action, its inputs and a check in each step. */
export const checkDoable: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const unseen = wordList(criterion, 'unseen');
  let points = 0;
  for (const step of draft.steps) {
    const acts = step.instructions.some((instruction) => imperativeOf(instruction.text) !== undefined);
    if (acts) points += 1;
    else findings.push(finding(criterion, { rule: 'no-action', weight: 'blocker', place: { stepId: step.id, field: 'instructions' }, message: `${nameOf(step)} tells but does not ask for anything to be done.`, fix: 'Begin at least one instruction with a verb: write, ask, count, send.' }));
    if (step.inputs.length > 0 || step.tools.length > 0 || step.position === 1) points += 0.5;
    else findings.push(finding(criterion, { rule: 'no-inputs', weight: 'fault', place: { stepId: step.id, field: 'inputs' }, message: `${nameOf(step)} does not say what to have at hand.`, fix: 'Name the paper, the file or the answer it starts from.', apply: { kind: 'add-text', stepId: step.id, list: 'inputs', value: derived(`What you wrote down in step ${step.position - 1}`) } }));
    if (step.doneWhen === undefined) {
      const result = doneForm(step.title);
      findings.push(finding(criterion, { rule: 'no-check', weight: 'blocker', place: { stepId: step.id, field: 'doneWhen' }, message: `${nameOf(step)} has no “done when”.`, fix: 'Say what can be seen, counted or shown when it is done.', apply: { kind: 'set-text', place: { stepId: step.id, field: 'doneWhen' }, value: derived(result === undefined ? 'Every line of this step is filled in.' : `${result}, and every line of this step is filled in.`) } }));
      continue;
    }
    const [soft] = wordsFound(step.doneWhen.text, unseen);
    if (soft === undefined) points += 1;
    else findings.push(finding(criterion, { rule: 'unseen-check', weight: 'fault', place: { stepId: step.id, field: 'doneWhen' }, span: { start: soft.start, end: soft.end, words: soft.words }, message: 'Nobody else can see whether this is so.', fix: 'Name what a colleague could check: a number, a paper, an answer.' }));
  }
  const share = draft.steps.length === 0 ? 0 : points / (draft.steps.length * 2.5);
  return { score: clamp(scoreOfShare(share, 0.95)), evidence: `${ofSteps(draft.steps.filter((step) => step.doneWhen !== undefined).length, draft.steps.length)} with a check, ${draft.steps.filter((step) => step.instructions.length > 0).length} with instructions, ${draft.steps.filter((step) => step.inputs.length > 0).length} with inputs.`, findings };
};

/** E: every step and every field in the expert's words has its passage; figures have a source. */
export const checkEvidence: Check = ({ draft, texts, criterion, material }) => {
  const findings: Finding[] = [];
  const least = limit(criterion, 'closest');
  let claims = 0;
  let backed = 0;
  let broken = 0;
  for (const field of texts) {
    if (/^(?:nextAction|inputs)/.test(field.field) || (field.field === 'title' && field.stepId === undefined)) continue;
    const place = field.stepId === undefined ? { field: field.field } : { stepId: field.stepId, field: field.field };
    const figure = /(?<![\w.])\d[\d.,]*\s?(?:%|percent|euros?|dollars?|hours?|days?|weeks?|people|clients?|jobs?|x\b)|[€$£]\s?\d/i.exec(field.text);
    const claim = field.field === 'title' || field.origin !== 'derived' || figure !== null;
    if (!claim) continue;
    claims += 1;
    const bad = material === undefined ? undefined : field.citations.find((citation) => !material.holds(citation));
    if (bad !== undefined) {
      broken += 1;
      findings.push(finding(criterion, { rule: 'quote-not-in-source', weight: 'blocker', place, message: `“${bad.quote.slice(0, 80)}” does not stand in the source at this place.`, fix: 'Replace the citation; the source may have been read again.' }));
      continue;
    }
    if (field.citations.length > 0) {
      backed += 1;
      continue;
    }
    const near = material?.closest(field.text, least);
    const span = figure === null ? undefined : { start: figure.index, end: figure.index + figure[0].length, words: figure[0] };
    findings.push(finding(criterion, { rule: figure === null ? 'no-passage' : 'figure-without-source', weight: figure === null ? 'fault' : 'blocker', place, ...(span === undefined ? {} : { span }), message: figure === null ? 'No passage stands behind this.' : `Nobody in the material says ${figure[0]}.`, fix: near === undefined ? 'Ask the expert, attach a passage, or take it out.' : `Closest passage: “${near.citation.quote.slice(0, 160)}”`, ...(near === undefined ? {} : { apply: { kind: 'attach-citation', place, citation: near.citation } }) }));
  }
  const cited = shareOf(draft.steps, (step) => step.citations.length > 0 || step.instructions.some((instruction) => instruction.citations.length > 0));
  const share = claims === 0 ? 0 : backed / claims;
  let score = Math.min(scoreOfShare(share, limit(criterion, 'fieldsCited')), scoreOfShare(cited, limit(criterion, 'stepsCited')));
  if (broken > 0) score = Math.min(score, 3);
  if (findings.some((found) => found.rule === 'figure-without-source')) score = Math.min(score, 4);
  return { score: clamp(score), evidence: `${backed} of ${claims} claims have a passage, ${Math.round(cited * 100)}% of the steps are cited${broken > 0 ? `, ${broken} quotes do not stand in their source` : ''}.`, findings };
};

/** N: each step names the next, the last leads to a trial or an offer. */
export const checkNext: Check = ({ draft, criterion, expertName }: Checked) => {
  const findings: Finding[] = [];
  let good = 0;
  draft.steps.forEach((step, index) => {
    const next = draft.steps[index + 1];
    const place = { stepId: step.id, field: 'nextAction' };
    if (next !== undefined) {
      const wanted = derived(`Go on to step ${next.position}: ${next.title}.`);
      const text = step.nextAction?.text;
      const other = /^Go on to step (\d+): (.*)\.$/.exec(text ?? '');
      if (text !== undefined && (other === null || (Number(other[1]) === next.position && other[2] === next.title))) good += 1;
      else findings.push(finding(criterion, { rule: text === undefined ? 'no-next-action' : 'stale-next-action', weight: 'fault', place, message: text === undefined ? `${nameOf(step)} ends without a next action.` : `${nameOf(step)} points to “${other?.[2] ?? ''}”, which is not what comes next.`, fix: `Lead on to step ${next.position}.`, apply: { kind: 'set-text', place, value: wanted } }));
      return;
    }
    const leads = /\b(?:try|trial|clone|offer|book|start|ask|get|order|buy|subscribe|reply|write to|send|call|share|apply|join)\b/i.test(step.nextAction?.text ?? '');
    if (leads) good += 1;
    else findings.push(finding(criterion, { rule: 'last-step-leads-nowhere', weight: 'blocker', place, message: 'The last step leads to no trial and no offer.', fix: 'Say what the reader can do now, on their own case.', apply: { kind: 'set-text', place, value: derived(`Try it on your own case: ask ${expertName === undefined ? 'the expert’s' : `${expertName}’s`} AI clone for 3 ideas, free.`) } }));
  });
  const share = draft.steps.length === 0 ? 0 : good / draft.steps.length;
  const last = findings.some((found) => found.rule === 'last-step-leads-nowhere');
  const score = last ? Math.min(3, scoreOfShare(share, 0.95)) : scoreOfShare(share, 0.95);
  return { score: clamp(score), evidence: `${ofSteps(good, draft.steps.length)} end in the right next action${last ? '; the last leads nowhere' : ''}.`, findings };
};

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
