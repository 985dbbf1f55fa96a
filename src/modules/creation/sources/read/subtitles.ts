import { finish } from './plain.ts';
import { type Reading, unread } from './reading.ts';
import { parseTime, turnOf } from './speakers.ts';
import { decodeEntities, normalise, TextBuilder } from './text.ts';

const CUE_TIME =
  /^((?:\d{1,3}:)?[0-5]?\d:[0-5]\d[.,]\d{1,3})[ \t]+-->[ \t]+((?:\d{1,3}:)?[0-5]?\d:[0-5]\d[.,]\d{1,3})/;

interface Cue {
  startMs: number;
  endMs: number;
  speaker?: string;
  text: string;
}

/** Whether text is a subtitle file whatever its name says. */
export function looksLikeSubtitles(text: string): boolean {
  return /^\ufeff?WEBVTT/.test(text) || text.split('\n', 12).some((line) => CUE_TIME.test(line.trim()));
}

/**
 * Reads SRT and VTT. Cues flow together to paragraphs of speech (broken where the speaker changes, after two
 * seconds of silence, or at a sentence's end in a long one); each cue leaves its time as a mark.
 */
export function readSubtitles(raw: string, fallbackTitle: string): Reading {
  const text = normalise(raw);
  const cues = cuesOf(text);
  if (!cues.some((cue) => /[\p{L}\p{N}]/u.test(cue.text))) {
    const lost = CUE_TIME.test(text) || /-->/.test(text);
    return unread(fallbackTitle, lost ? 'empty' : 'broken');
  }
  const builder = new TextBuilder();
  let last: Cue | undefined;
  let paragraphLength = 0;
  for (const cue of cues) {
    const sameVoice = last !== undefined && (cue.speaker === undefined || cue.speaker === last.speaker);
    const ended = /[.!?…]["”’)]?$/.test(last?.text ?? '.');
    const broken = !sameVoice || cue.startMs - (last?.endMs ?? 0) > 2000 || (ended && paragraphLength > 500);
    if (cue.text === last?.text) continue;
    const speaker = cue.speaker ?? (last?.speaker === undefined ? undefined : last.speaker);
    if (broken) {
      const label = cue.speaker !== undefined && cue.speaker !== last?.speaker ? `${cue.speaker}: ` : '';
      const offset = builder.block(
        label + cue.text,
        speaker === undefined ? { timeMs: cue.startMs } : { speaker, timeMs: cue.startMs },
      );
      paragraphLength = builder.length - offset;
    } else {
      const before = builder.length;
      builder.block(cue.text, { timeMs: cue.startMs }, ' ');
      paragraphLength += builder.length - before;
    }
    last = { ...cue, ...(speaker === undefined ? {} : { speaker }) };
  }
  const built = builder.build();
  return finish(built.text, built.marks, fallbackTitle);
}

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const time = CUE_TIME.exec((lines[at] ?? '').trim());
    if (time === null) continue;
    const startMs = parseTime(time[1] ?? '') ?? 0;
    const endMs = parseTime(time[2] ?? '') ?? startMs;
    const words: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') {
      at += 1;
      words.push(lines[at] ?? '');
    }
    for (const part of voicesOf(words)) cues.push({ startMs, endMs, ...part });
  }
  return cues;
}

/** One cue may hold two voices: "<v Anna>", "- Yes.\n- No.", "Anna: …". */
function voicesOf(lines: string[]): { speaker?: string; text: string }[] {
  const voices: { speaker?: string; text: string }[] = [];
  for (const line of lines) {
    const tagged = /<v(?:\.[\w.]+)?\s+([^>]{1,60})>/.exec(line)?.[1]?.trim();
    const clean = decodeEntities(line.replace(/<[^>\n]{0,200}>|\{\\[^}\n]{0,60}\}/g, '')).trim();
    const turn = turnOf(clean);
    const speaker = tagged ?? turn?.name;
    const said = normalise(
      turn === undefined ? clean.replace(/^(?:-|–|>>)\s*/, '') : clean.slice(turn.start),
    ).replace(/\s+/g, ' ');
    if (said === '') continue;
    const before = voices.at(-1);
    if (before !== undefined && (speaker === undefined || speaker === before.speaker))
      before.text += ` ${said}`;
    else voices.push({ ...(speaker === undefined ? {} : { speaker }), text: said });
  }
  return voices;
}
