import type { CitedText, Step } from '../playbooks/step.ts';
import { capital } from './imperative.ts';
import { says } from './instructions.ts';
import { usable, type Workpiece } from './workpiece.ts';

const TOOL =
  /\b(?:(?:an?|your|the|one|ordinary|paper|cheap|kitchen|pocket|school|infrared|paint|shared|simple|blank) ){0,3}(spreadsheet|notebook|calendar|template|checklist|worksheet|timer|whiteboard|sticky notes?|index cards?|pen|pencil|phone|calculator|thermometer|camera|tape|tags?|padlock|planner|inbox|sent folder|call list|stop ?watch|flip ?chart|form|diary|scissors|card|red ink|memorandum book|little book|sheet of paper)\b/gi;

/** Things to have at hand, as the material names them. */
export function toolsOf(work: Workpiece): CitedText[] {
  const found = new Map<string, CitedText>();
  for (const unit of work.units) {
    if (!usable(unit) || unit.words > 60 || (unit.strength < 1.5 && !work.used.has(unit))) continue;
    for (const match of unit.passage.quote.matchAll(TOOL)) {
      const noun = (match[1] ?? '').toLowerCase().replace(/s$/, '');
      const name = match[0].toLowerCase().replace(/^(?:(?:an?|your|the|one) )+/, '');
      if (found.size < 4 && !found.has(noun)) found.set(noun, work.citer.said(capital(name), [unit]));
    }
  }
  return [...found.values()];
}

const INPUT =
  /\b(?:you(?:'ll|’ll| will)? need|take|bring|gather|collect|open|have ready|get out|use|look at|read)\s+((?:the|your|an?|one|two|three|their|each|last|all)\s[^.;:?!,]{3,60}?)(?=[.;:?!,]|\s(?:and (?:write|read|put|go|let|then|ask|look|underline|draw|hang|for|multiply|mark|circle|say|see|it|one|each)|with|to|so|from|that|which|where|in|on|for|before|because|while|until|when|if|once|as|without|beside|aloud|back)\b|$)/i;

/** What the reader must have before they start. */
export function inputsOf(work: Workpiece, before: Step | undefined): CitedText[] {
  const found: CitedText[] = [];
  for (const unit of work.units) {
    if (!usable(unit) || unit.strength < 1.6 || found.length >= 2 || unit.imperative?.negative === true)
      continue;
    const noun = INPUT.exec(unit.passage.quote)?.[1]?.trim();
    if (
      noun === undefined ||
      /\b(?:it|them|this|that|me|him|her|one you|first|look|time|minutes|hours?|care|note|step|everything|surprise|someone|somebody|anything)\b/i.test(
        noun,
      )
    )
      continue;
    const text = capital(noun.replace(/^(?:my|our)\b/i, 'your'));
    if (!found.some((other) => says(other.text, text, work.weights) > 0.6))
      found.push(work.citer.said(text, [unit]));
  }
  if (before !== undefined && found.length < 2) {
    found.push(work.citer.derived(`What you wrote down in step ${before.position}`));
  }
  return found;
}
