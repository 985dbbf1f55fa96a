import type { ShownScene } from './scene.ts';
import { sentencesOf } from './scene-text.ts';

/** Words that stand under the picture from one instant to the next. */
export interface Caption {
  fromMs: number;
  toMs: number;
  text: string;
}

/** Two lines of a phone. */
const LONGEST = 110;

/**
 * Times the narration of a scene: each caption stands as long as its share of the letters, together exactly as long as
 * the scene. Long sentences are cut at their commas.
 */
export function captionsOf(
  { narration, startMs, durationMs }: Pick<ShownScene, 'narration' | 'startMs' | 'durationMs'>,
  language: string,
): Caption[] {
  const texts = sentencesOf(narration, language).flatMap(cut);
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  let before = 0;
  return texts.map((text) => {
    const fromMs = startMs + Math.round((before / letters) * durationMs);
    before += text.length;
    return { fromMs, toMs: startMs + Math.round((before / letters) * durationMs), text };
  });
}

/** Cuts between clauses, or between words where a clause is too long. */
function cut(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const parts: string[] = [];
  for (const clause of sentence.split(/(?<=[,;:–—]) /)) {
    for (const piece of clause.length > LONGEST ? wrapped(clause) : [clause]) {
      const last = parts.at(-1);
      if (last !== undefined && last.length + piece.length + 1 <= LONGEST)
        parts[parts.length - 1] = `${last} ${piece}`;
      else parts.push(piece);
    }
  }
  return parts;
}

function wrapped(clause: string): string[] {
  const lines: string[] = [''];
  for (const word of clause.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length + 1 > LONGEST) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
