import { stemsOf } from '../extraction/words.ts';
import type { CitedText, Draft, Step } from '../playbooks/step.ts';
import { type Check, clamp, finding, nameOf, ofSteps, scoreOfShare, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { readingGrade } from './readability.ts';
import { limit, wordList } from './rubric.ts';
import { type FieldText, isProse, sentencesIn, textsOfStep, wordCount, wordsFound } from './texts.ts';

const FACT = /\d|\b(?:for (?:example|instance)|such as|one (?:client|customer|studio|family)|half|twice|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand)\b|["“][^"”]{3,}["”]|(?<=[a-z,] )\p{Lu}\p{Ll}{2,}/u;
const placeOf = (field: FieldText) => (field.stepId === undefined ? { field: field.field } : { stepId: field.stepId, field: field.field });

/** S: numbers, names and examples; vague words flagged. */
export const checkSpecific: Check = ({ draft, texts, criterion }) => {
  const findings: Finding[] = [];
  const vague = wordList(criterion, 'vague');
  let words = 0;
  for (const field of texts) {
    if (/^(?:nextAction|workedExample)/.test(field.field)) continue;
    words += wordCount(field.text);
    for (const { start, end, words: found, instead } of wordsFound(field.text, vague)) {
      findings.push(finding(criterion, { rule: 'vague-word', weight: 'fault', place: placeOf(field), span: { start, end, words: found }, message: `“${found}” could mean anything.`, fix: instead === '' ? 'Leave it out, or say how many, which or when.' : `Say “${instead}”, or better the number.`, apply: { kind: 'replace-words', place: placeOf(field), start, end, before: found, after: instead } }));
    }
  }
  const density = words === 0 ? 0 : (findings.length / words) * 100;
  const factual = (step: Step) => textsOfStep(step).some((field) => field.field !== 'nextAction' && field.field !== 'title' && field.origin !== 'derived' && FACT.test(field.text));
  const facts = shareOf(draft.steps, factual);
  for (const step of draft.steps.filter((candidate) => !factual(candidate))) {
    findings.push(finding(criterion, { rule: 'no-facts', weight: 'fault', place: { stepId: step.id, field: 'instructions' }, message: `${nameOf(step)} has no number, name or example.`, fix: 'Ask the expert how many, how long, or for a case.' }));
  }
  const allowed = limit(criterion, 'vaguePerHundred');
  let score = scoreOfShare(facts, limit(criterion, 'stepsWithFacts'));
  if (density > allowed * 3) score -= 3;
  else if (density > allowed * 1.6) score -= 2;
  else if (density > allowed) score -= 1;
  return { score: clamp(score), evidence: `${Math.round(facts * draft.steps.length)} of ${draft.steps.length} steps hold a number, a name or an example; ${density.toFixed(1)} vague words per 100 (up to ${allowed} pass).`, findings };
};

const PASSIVE = /\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|also|then|always|never|often|usually|only|being|carefully|fully)\s+)?([a-z]+(?:ed|en)|built|made|done|sent|told|held|kept|put|set|found|given|paid|read|written|shown|taken|known|left|cut|drawn|said|sold|bought)\b(?!\s+to\s+(?:be|go|do)\b)/i;
const STATES = /^(?:interested|excited|tired|ashamed|convinced|married|involved|supposed|used|allowed|bored|worried|scared|open|broken|frozen|wooden|golden|sudden|even|often|then|ten|been|need|red|based|done|closed|ended|finished)$/i;

/** H: plain language, active voice, second person, reading grade up to 9. */
export const checkHuman: Check = ({ draft, texts, criterion }) => {
  const findings: Finding[] = [];
  const heavy = wordList(criterion, 'heavy');
  const longest = limit(criterion, 'sentenceWordsMost');
  const sentences: string[] = [];
  let passive = 0;
  let long = 0;
  let heavyCount = 0;
  for (const field of texts.filter(isProse)) {
    const place = placeOf(field);
    const told = field.field === 'workedExample' || field.field === 'pain' || field.field === 'uniqueInsight';
    for (const { start, end, words, instead } of wordsFound(field.text, heavy)) {
      heavyCount += 1;
      findings.push(finding(criterion, { rule: 'heavy-word', weight: 'hint', place, span: { start, end, words }, message: `“${words}” is longer than it needs to be.`, fix: `Say “${instead}”.`, apply: { kind: 'replace-words', place, start, end, before: words, after: instead } }));
    }
    for (const sentence of sentencesIn(field.text)) {
      sentences.push(sentence);
      if (told) continue;
      const start = field.text.indexOf(sentence);
      const voice = PASSIVE.exec(sentence);
      if (voice !== null && !STATES.test(voice[1] ?? '') && field.field !== 'doneWhen') {
        passive += 1;
        findings.push(finding(criterion, { rule: 'passive-voice', weight: 'fault', place, span: { start: start + voice.index, end: start + voice.index + voice[0].length, words: voice[0] }, message: 'Nobody does this: the sentence is passive.', fix: 'Say who does it, or begin with the verb.' }));
      }
      if (wordCount(sentence) > longest) {
        long += 1;
        const after = splitOnce(field.text, sentence);
        findings.push(finding(criterion, { rule: 'long-sentence', weight: 'fault', place, span: { start, end: start + sentence.length, words: sentence.slice(0, 60) }, message: `${wordCount(sentence)} words in one sentence.`, fix: 'Make two of it.', ...(after === undefined ? {} : { apply: { kind: 'split-sentence', place, at: Math.max(1, start), before: field.text, after } }) }));
      }
    }
  }
  const grade = readingGrade(sentences);
  const count = Math.max(1, sentences.length);
  const most = limit(criterion, 'gradeMost');
  const distant = shareOf(draft.steps, (step) => step.instructions.length > 0 && step.instructions.every((instruction) => /^(?:i|we|he|she|they|the user|one)\b/i.test(instruction.text)));
  let score = 5;
  if (grade !== undefined && grade > most) score -= grade > most + 5 ? 4 : grade > most + 3 ? 3 : grade > most + 1 ? 2 : 1.5;
  if (passive / count > limit(criterion, 'passiveMost')) score -= passive / count > limit(criterion, 'passiveMost') * 2.2 ? 3 : 1.5;
  if (long / count > 0.08) score -= long / count > 0.25 ? 1.5 : 0.6;
  if (heavyCount / count > 0.15) score -= 0.6;
  if (distant > limit(criterion, 'thirdPersonMost')) score -= 1;
  if (grade !== undefined && grade > most) {
    findings.push(finding(criterion, { rule: 'reading-grade', weight: 'blocker', place: { field: 'steps' }, message: `Reading grade ${grade.toFixed(1)} (Flesch-Kincaid); up to ${most} passes.`, fix: 'Split the long sentences first, then swap the long words.' }));
  }
  return { score: clamp(Math.floor(score)), evidence: `Reading grade ${grade === undefined ? 'not measured' : grade.toFixed(1)}, ${passive} of ${sentences.length} sentences passive, ${long} longer than ${longest} words.`, findings };
};

/** Splits a long sentence where a new main clause begins; undefined where no rule is safe. */
function splitOnce(text: string, sentence: string): string | undefined {
  const cuts = [...sentence.matchAll(/;\s+|,?\s+(?:and then|and so|so|but)\s+(?=(?:you|it|the|they|then|do|go|ask|write|put|take|let|we|she|he|i|there)\b)|,\s+and\s+(?=(?:you|it|the|they|then|do|go|ask|write|put|take|let|we|she|he|i|there)\b)/gi)];
  const middle = sentence.length / 2;
  const cut = cuts.filter((match) => match.index > 25 && sentence.length - match.index > 25).sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0];
  if (cut === undefined) return undefined;
  const rest = sentence.slice(cut.index + cut[0].length);
  const link = /\bbut\b/i.test(cut[0]) ? `But ${rest}` : /\bthen\b/i.test(cut[0]) ? `Then ${rest}` : rest.charAt(0).toUpperCase() + rest.slice(1);
  return text.replace(sentence, () => `${sentence.slice(0, cut.index)}. ${link}`);
}

/** A: fill-in blanks, checklists, templates. */
export const checkActionable: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const filled = shareOf(draft.steps, (step) => step.blanks.length > 0);
  for (const step of draft.steps) {
    if (step.blanks.length > 0) continue;
    const label = `${step.title}: what you wrote, chose or found`.slice(0, 300);
    findings.push(finding(criterion, { rule: 'no-blank', weight: 'blocker', place: { stepId: step.id, field: 'blanks' }, message: `${nameOf(step)} leaves the reader nothing to fill in.`, fix: 'Add a line, a number or a table for what the step makes.', apply: { kind: 'add-blank', stepId: step.id, value: { kind: 'long', id: `${step.id}-blank-1`, label, citations: [] } } }));
  }
  const blanks = draft.steps.reduce((sum, step) => sum + step.blanks.length, 0);
  const list = shareOf(draft.steps, (step) => step.instructions.length >= 2);
  let score = scoreOfShare(filled, limit(criterion, 'stepsWithBlanks'));
  if (list < 0.4) score -= 1;
  return { score: clamp(score), evidence: `${blanks} fill-ins in ${Math.round(filled * draft.steps.length)} of ${draft.steps.length} steps, ${Math.round(list * draft.steps.length)} with a checklist of two or more.`, findings };
};

/** R: this audience's pain, in their words. */
export const checkRelevant: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  let score = 5;
  if (draft.pain === undefined) {
    score -= 2;
    const found = material?.fieldAnywhere(/\b(?:problem|struggl\w+|lose|lost|wast\w+|ashamed|stuck|bad at|nervous|difficult|hard to)\b/i);
    findings.push(finding(criterion, { rule: 'no-pain', weight: 'blocker', place: { field: 'pain' }, message: 'The playbook does not name what hurts its readers.', fix: found === undefined ? 'Ask the expert what goes wrong for people who do not work this way.' : `Take it from the material: “${found.text}”`, ...(found === undefined ? {} : { apply: { kind: 'set-text', place: { field: 'pain' }, value: found } }) }));
  }
  if (draft.audience === undefined) score -= 1;
  const reasons = shareOf(draft.steps, (step) => step.why !== undefined);
  for (const step of draft.steps) {
    if (step.why !== undefined) continue;
    const found = material?.fieldFor(step, 'why');
    findings.push(finding(criterion, { rule: 'no-reason', weight: 'fault', place: { stepId: step.id, field: 'why' }, message: `${nameOf(step)} does not say why it matters to the reader.`, fix: found === undefined ? 'Say what goes wrong for them without it.' : `The material says: “${found.text}”`, ...(found === undefined ? {} : { apply: { kind: 'set-text', place: { stepId: step.id, field: 'why' }, value: found } }) }));
  }
  if (reasons < limit(criterion, 'stepsWithReason')) score -= reasons < limit(criterion, 'stepsWithReason') / 2 ? 2 : 1;
  const theirs = theirWords(draft);
  const inWords = shareOf(draft.steps, (step) => theirs.size > 0 && textsOfStep(step).some((field) => field.field !== 'nextAction' && stemsOf(field.text).some((word) => theirs.has(word))));
  if (theirs.size > 0 && inWords < limit(criterion, 'stepsInTheirWords')) {
    score -= 1;
    findings.push(finding(criterion, { rule: 'not-their-words', weight: 'fault', place: { field: 'steps' }, message: `Only ${ofSteps(Math.round(inWords * draft.steps.length), draft.steps.length)} use a word of the audience, the pain or the outcome.`, fix: 'Use the words your readers use for their trouble.' }));
  }
  return { score: clamp(score), evidence: `Pain ${draft.pain === undefined ? 'missing' : 'named'}, ${ofSteps(Math.round(reasons * draft.steps.length), draft.steps.length)} with a reason, ${Math.round(inWords * draft.steps.length)} in the words of the audience.`, findings };
};

function theirWords(draft: Draft): Set<string> {
  return new Set([draft.audience, draft.pain, draft.outcome].flatMap((field: CitedText | undefined) => stemsOf(field?.text ?? '')));
}

const LIMIT = /\b(?:can(?:'|’)t|cannot|does(?:n(?:'|’)t| not)|won(?:'|’)t|not (?:tested|proven|for)|only|unless|except|may|might|mistakes?|trap|wrong|never|do not|don(?:'|’)t|avoid|risk|fewer|too (?:early|late|many|much)|if (?:nobody|you have no|it fails|problems))\b/i;
const RESULT = /\d|\b(?:half|twice|three|four|five|six|seven|eight|nine|ten|hundred|thousand) (?:of|out|in|times|days|weeks|hours|minutes|euros|dollars|people|jobs|clients)\b/i;

/** P: results, cases and honest limits. */
export const checkProof: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  const count = draft.steps.length;
  const cases = draft.steps.filter((step) => step.workedExample !== undefined).length;
  const told = draft.steps.flatMap((step) => [step.why, step.workedExample, step.outcome, ...step.commonMistakes, ...step.instructions]).concat([draft.uniqueInsight, draft.pain, draft.outcome]);
  const figures = told.filter((field) => field !== undefined && field.citations.length > 0 && RESULT.test(field.text)).length;
  const limits = draft.steps.filter((step) => [...step.commonMistakes, step.why, step.workedExample].some((field) => field !== undefined && LIMIT.test(field.text))).length;
  for (const step of draft.steps) {
    if (step.workedExample === undefined) {
      const found = material?.fieldFor(step, 'example') ?? material?.fieldFor(step, 'proof');
      findings.push(finding(criterion, { rule: 'no-case', weight: 'fault', place: { stepId: step.id, field: 'workedExample' }, message: `${nameOf(step)} shows no case.`, fix: found === undefined ? 'Ask the expert for a real one, with names and figures.' : `The material has one: “${found.text}”`, ...(found === undefined ? {} : { apply: { kind: 'set-text', place: { stepId: step.id, field: 'workedExample' }, value: found } }) }));
    }
    if (step.commonMistakes.length === 0) {
      const found = material?.fieldFor(step, 'mistake') ?? material?.fieldFor(step, 'limit');
      findings.push(finding(criterion, { rule: 'no-limit', weight: 'hint', place: { stepId: step.id, field: 'commonMistakes' }, message: `${nameOf(step)} names no mistake and no limit.`, fix: found === undefined ? 'Ask the expert what goes wrong here.' : `The material says: “${found.text}”`, ...(found === undefined ? {} : { apply: { kind: 'add-text', stepId: step.id, list: 'commonMistakes', value: found } }) }));
    }
  }
  const scores = [
    scoreOfShare(count === 0 ? 0 : cases / count, limit(criterion, 'cases')),
    scoreOfShare(Math.min(1, figures / Math.max(1, limit(criterion, 'figures'))), 1),
    scoreOfShare(count === 0 ? 0 : limits / count, limit(criterion, 'limits')),
  ];
  const score = scores.reduce((sum, part) => sum + part, 0) / scores.length;
  return { score: clamp(Math.min(score, Math.min(...scores) + 2)), evidence: `${cases} cases in ${count} steps, ${figures} figures with a source, ${limits} steps with an honest limit or mistake.`, findings };
};
