export interface ReadCsv {
  rows: Record<string, string>[];
  /** Why it cannot be read, in a sentence that names the line. */
  problem?: string;
}

/** Reads CSV (RFC 4180) with comma, semicolon or tab between cells; the first line holds the headings. */
export function readCsv(text: string): ReadCsv {
  const bare = text.replace(/^\uFEFF/, '');
  const firstLine = bare.slice(0, bare.search(/\r|\n|$/));
  const separator = [',', ';', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  const lines: { cells: string[]; line: number }[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let quoteBegan = 1;
  const endLine = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) lines.push({ cells, line });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < bare.length; at += 1) {
    const sign = bare[at] as string;
    if (isQuoted) {
      if (sign === '"' && bare[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') isQuoted = false;
      else cell += sign;
      if (sign === '\n') line += 1;
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true;
      quoteBegan = line;
      cell = '';
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endLine();
      line += 1;
    } else if (sign !== '\r') cell += sign;
  }
  if (isQuoted)
    return { rows: [], problem: `The text stops inside a quote that begins in line ${quoteBegan}.` };
  endLine();
  const [head, ...rest] = lines;
  const headings = head?.cells.map((one) => one.trim()) ?? [];
  if (!headings.some((one) => /^e?-?mail/i.test(one)))
    return {
      rows: [],
      problem: 'The first line needs a heading “email”, so that we know which column it is.',
    };
  const tooLong = rest.find((one) => one.cells.length > headings.length);
  if (tooLong)
    return {
      rows: [],
      problem: `Line ${tooLong.line} has ${tooLong.cells.length} cells, the headings have ${headings.length}.`,
    };
  const rows = rest.map((one) =>
    Object.fromEntries(
      headings.flatMap((heading, at) =>
        heading ? [[heading.slice(0, 80), (one.cells[at] ?? '').trim()]] : [],
      ),
    ),
  );
  if (rows.length === 0) return { rows, problem: 'Only headings so far: add a row under them.' };
  return { rows };
}
