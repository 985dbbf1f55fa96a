// How mail programs of several languages begin what they quote.
const OPENING = [
  /^On .{4,200}wrote:\s*$/i,
  /^Am .{4,200}schrieb.{0,120}:\s*$/i,
  /^Le .{4,200}a écrit\s?:\s*$/i,
  /^El .{4,200}escribió:\s*$/i,
  /^Il .{4,200}ha scritto:\s*$/i,
  /^Op .{4,200}schreef.{0,120}:\s*$/i,
  /^Em .{4,200}escreveu:\s*$/i,
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Forwarded message).*$/i,
  /^_{10,}\s*$/,
  /^(?:From|Von|De|Da|Van):\s.+@.+$/i,
];
const SIGNATURE =
  /^(?:-- ?|—|Sent from my \w+.*|Von meinem \w+ gesendet.*|Get Outlook for .*|Envoyé de mon .*)$/i;

/** The new words of a reply: without what it quotes and without the signature below. */
export function newWordsOf(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    // Long openings are wrapped: the line and the one after it.
    const joined = `${line.trim()} ${(lines[index + 1] ?? '').trim()}`;
    const opens = OPENING.some(
      (pattern) => pattern.test(line.trim()) || (/^\S+ /.test(line) && pattern.test(joined)),
    );
    if (opens) {
      // Answers between the quoted lines are kept: an opening only ends the text when nothing but quotation follows.
      const rest = lines.slice(index + 1).filter((later) => later.trim() !== '');
      if (rest.every((later) => later.startsWith('>')) || !rest.some((later) => later.startsWith('>'))) break;
      continue;
    }
    if (SIGNATURE.test(line.trim()) && kept.some((earlier) => earlier.trim() !== '')) break;
    if (!line.startsWith('>')) kept.push(line);
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
