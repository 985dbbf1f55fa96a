import { capital, fromGerund, imperativeOf, withoutFillers } from './imperative.ts';
import { type Anchor, headOf } from './skeletons.ts';
import { verbHood } from './verbs.ts';

const LONGEST = 72;
/** A title may not end on one of these. */
const DANGLING =
  /\s(?:the|a|an|and|or|but|of|to|for|with|in|on|at|by|from|that|which|who|as|if|when|your|their|its|his|her|is|are|than|then|so|not|about|into|up to|where|what|how|because|until|while|before|after|only|just|very|more|each|every|this|these|those|you|they|it|can|will|would|should|could|do|have|has|had)$/i;

/** Names a step by what to do: the expert's own words from the verb on, cut where a clause ends. */
export function titleOf(anchor: Anchor): string {
  const spoken = anchor.unit.passage.kind === 'sentence';
  const clean = withoutFillers(anchor.name);
  const head = (spoken ? clean : headOf(clean)).replace(/\s+#$/, '');
  const named = !spoken && head.length <= 90 ? fromGerund(head) : undefined;
  const instruction = named === undefined ? imperativeOf(head)?.text : named.text;
  const words = (instruction ?? anchor.unit.imperative?.text ?? head).replace(/[.!,;:]+$/, '');
  const cut = !spoken && words.length <= LONGEST ? words : shorten(unhedge(words));
  return capital(cut);
}

/** Leaves out a lead-in clause when the rest still says what to do. */
function unhedge(text: string): string {
  if (text.length <= 44 || !LEAD_IN.test(text)) return text;
  for (const comma of text.slice(0, 150).matchAll(/,\s+(?:then )?/g)) {
    const rest = text.slice(comma.index + comma[0].length);
    const verb = /^[a-z]+/i.exec(rest)?.[0]?.toLowerCase() ?? '';
    if (rest.length >= 12 && verbHood(verb) !== undefined) return rest;
  }
  return text;
}

const LEAD_IN =
  /^(?:instead of|whenever|as soon as|from|until|as|since|during|without|after|before|once|when|if|while|for|in|on|at|every|each|by|with)\b/i;

/** Cuts a clause to a title's length at the last place where something ends. */
export function shorten(text: string, longest = LONGEST): string {
  const first = /^(.{12,}?)(?:[.!?;:]\s|\s[–—-]+\s|\s\()/.exec(`${text} `)?.[1] ?? text;
  const aside =
    /^(.{14,}?),\s+(?:and (?:so|that|then)|so|because|which|who|where|as|in which|with the|that is|not|but|usually|if|even|while|since|on the|for the|in the|at the|from|by|whether|like|or|with|at|on|in|for)\b/i.exec(
      first,
    )?.[1];
  let out = aside !== undefined && (first.length > 54 || aside.length >= 24) ? aside : first;
  if (out.length > longest) {
    const comma = /^(.{18,70}?),\s/.exec(out)?.[1];
    const link =
      /^(.{24,66}?)\s+(?:so that|because|in order to|in which|which|who|that you|when|where|if|while|until|and then|before|after|as)\s/i.exec(
        out,
      )?.[1];
    const second = /^(.{18,66}?),?\s+and\s+(?:then\s+)?([a-z]+)\s/i.exec(out);
    const joined =
      second !== null && verbHood((second[2] ?? '').toLowerCase()) === 'sure' ? second[1] : undefined;
    out = comma ?? joined ?? link ?? out;
  }
  if (out.length > longest) out = out.slice(0, longest + 1).replace(/\s+\S*$/, '');
  if (out === text) return out;
  for (let round = 0; round < 4 && DANGLING.test(out); round += 1) out = out.replace(/\s+\S+$/, '');
  return out.replace(/[\s.,;:!?]+$/, '').replace(/^["“](.*)["”]$/, '$1');
}
