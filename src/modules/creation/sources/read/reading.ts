/**
 * What reading a source gives: one normalised text and marks on it. Every offset anywhere in the product
 * (passages, citations, playback) refers to this text; it is made once and kept.
 */

/** Something known from `offset` on: a time code, a page, a speaker, or a heading that begins there. */
export interface Mark {
  offset: number;
  timeMs?: number;
  page?: number;
  speaker?: string;
  /** The heading's words; the text at `offset` starts with them. */
  heading?: string;
  /** 1-6, only beside `heading`. */
  level?: number;
}

type ProblemCode =
  | 'empty'
  | 'no_text'
  | 'encrypted'
  | 'broken'
  | 'wrong_type'
  | 'too_long'
  | 'part_read'
  | 'needs_transcriber';

/** What went wrong, in a sentence the user can act on. The source itself is always kept. */
interface ReadingProblem {
  code: ProblemCode;
  message: string;
}

export interface Reading {
  text: string;
  title: string;
  /** BCP 47 primary tag, when the text is long enough to tell. */
  language?: string;
  author?: string;
  marks: Mark[];
  problem?: ReadingProblem;
}

const sentences: Record<ProblemCode, string> = {
  empty: 'There is no text in here. It is kept. Paste the words, or choose another file.',
  no_text:
    'This PDF holds pictures of pages, no text. It is kept. Add a text version or connect a transcriber.',
  encrypted: 'This PDF is locked with a password. It is kept. Save a copy without the password and add that.',
  broken: 'This file is damaged and cannot be opened. It is kept. Export it again, or paste the text.',
  wrong_type:
    'We cannot read this kind of file. It is kept. We read .txt, .md, .html, .srt, .vtt, .pdf and .docx.',
  too_long:
    'This text is longer than 5 million characters. It is kept. Split it into parts and add them one by one.',
  part_read: 'Some pages hold pictures of text. The rest is read.',
  needs_transcriber: 'This is a recording. It is kept. Add a transcript, or connect a transcriber.',
};

export function problem(code: ProblemCode, message = sentences[code]): ReadingProblem {
  return { code, message };
}

/** A reading that gave nothing, with its reason. */
export function unread(title: string, code: ProblemCode, message?: string): Reading {
  return { text: '', title, marks: [], problem: problem(code, message) };
}
