import { type Check, clamp, finding, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { readingGrade } from './readability.ts';
import { limit, wordList } from './rubric.ts';
import { isProse, placeOf, sentencesIn, wordCount, wordsFound } from './texts.ts';

const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|also|then|always|never|often|usually|only|being|carefully|fully)\s+)?([a-z]+(?:ed|en)|built|made|done|sent|told|held|kept|put|set|found|given|paid|read|written|shown|taken|known|left|cut|drawn|said|sold|bought)\b(?!\s+to\s+(?:be|go|do)\b)/i;
const STATES =
  /^(?:interested|excited|tired|ashamed|convinced|married|involved|supposed|used|allowed|bored|worried|scared|open|broken|frozen|wooden|golden|sudden|even|often|then|ten|been|need|red|based|done|closed|ended|finished)$/i;

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
      findings.push(
        finding(criterion, {
          rule: 'heavy-word',
          weight: 'hint',
          place,
          span: { start, end, words },
          message: `“${words}” is longer than it needs to be.`,
          fix: `Say “${instead}”.`,
          apply: { kind: 'replace-words', place, start, end, before: words, after: instead },
        }),
      );
    }
    for (const sentence of sentencesIn(field.text)) {
      sentences.push(sentence);
      if (told) continue;
      const start = field.text.indexOf(sentence);
      const voice = PASSIVE.exec(sentence);
      if (voice !== null && !STATES.test(voice[1] ?? '') && field.field !== 'doneWhen') {
        passive += 1;
        findings.push(
          finding(criterion, {
            rule: 'passive-voice',
            weight: 'fault',
            place,
            span: { start: start + voice.index, end: start + voice.index + voice[0].length, words: voice[0] },
            message: 'Nobody does this: the sentence is passive.',
            fix: 'Say who does it, or begin with the verb.',
          }),
        );
      }
      if (wordCount(sentence) > longest) {
        long += 1;
        const after = splitOnce(field.text, sentence);
        findings.push(
          finding(criterion, {
            rule: 'long-sentence',
            weight: 'fault',
            place,
            span: { start, end: start + sentence.length, words: sentence.slice(0, 60) },
            message: `${wordCount(sentence)} words in one sentence.`,
            fix: 'Make two of it.',
            ...(after === undefined
              ? {}
              : {
                  apply: { kind: 'split-sentence', place, at: Math.max(1, start), before: field.text, after },
                }),
          }),
        );
      }
    }
  }
  const grade = readingGrade(sentences);
  const count = Math.max(1, sentences.length);
  const most = limit(criterion, 'gradeMost');
  const distant = shareOf(
    draft.steps,
    (step) =>
      step.instructions.length > 0 &&
      step.instructions.every((instruction) =>
        /^(?:i|we|he|she|they|the user|one)\b/i.test(instruction.text),
      ),
  );
  let score = 5;
  if (grade !== undefined && grade > most)
    score -= grade > most + 5 ? 4 : grade > most + 3 ? 3 : grade > most + 1 ? 2 : 1.5;
  if (passive / count > limit(criterion, 'passiveMost'))
    score -= passive / count > limit(criterion, 'passiveMost') * 2.2 ? 3 : 1.5;
  if (long / count > 0.08) score -= long / count > 0.25 ? 1.5 : 0.6;
  if (heavyCount / count > 0.15) score -= 0.6;
  if (distant > limit(criterion, 'thirdPersonMost')) score -= 1;
  if (grade !== undefined && grade > most) {
    findings.push(
      finding(criterion, {
        rule: 'reading-grade',
        weight: 'blocker',
        place: { field: 'steps' },
        message: `Reading grade ${grade.toFixed(1)} (Flesch-Kincaid); up to ${most} passes.`,
        fix: 'Split the long sentences first, then swap the long words.',
      }),
    );
  }
  return {
    score: clamp(Math.floor(score)),
    evidence: `Reading grade ${grade === undefined ? 'not measured' : grade.toFixed(1)}, ${passive} of ${sentences.length} sentences passive, ${long} longer than ${longest} words.`,
    findings,
  };
};

/** Splits a long sentence where a new main clause begins; undefined where no rule is safe. */
function splitOnce(text: string, sentence: string): string | undefined {
  const cuts = [
    ...sentence.matchAll(
      /;\s+|,?\s+(?:and then|and so|so|but)\s+(?=(?:you|it|the|they|then|do|go|ask|write|put|take|let|we|she|he|i|there)\b)|,\s+and\s+(?=(?:you|it|the|they|then|do|go|ask|write|put|take|let|we|she|he|i|there)\b)/gi,
    ),
  ];
  const middle = sentence.length / 2;
  const cut = cuts
    .filter((match) => match.index > 25 && sentence.length - match.index > 25)
    .sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0];
  if (cut === undefined) return undefined;
  const rest = sentence.slice(cut.index + cut[0].length);
  const link = /\bbut\b/i.test(cut[0])
    ? `But ${rest}`
    : /\bthen\b/i.test(cut[0])
      ? `Then ${rest}`
      : rest.charAt(0).toUpperCase() + rest.slice(1);
  return text.replace(sentence, () => `${sentence.slice(0, cut.index)}. ${link}`);
}
