import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource, readText } from './read.ts';
import { normalise, titleFromFileName } from './text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A ZIP with stored entries, as small as it gets. */
function zip(files: Record<string, string>, claim?: number): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(claim ?? data.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, title, data);
    central.push(entry, title);
    offset += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (body: string, claim?: number) =>
  zip(
    {
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    claim,
  );

async function pdf(pages: string[][], lock?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = document.addPage([400, 500]);
    lines.forEach((line, index) => {
      page.drawText(line, { x: 40, y: 450 - index * 16, size: index === 0 ? 20 : 11, font });
    });
  }
  if (lock !== undefined) document.encrypt({ userPassword: lock, ownerPassword: `${lock}!` });
  return document.save({ useObjectStreams: false });
}

describe('readSource', () => {
  it('reads markdown as plain text with its headings as marks', async () => {
    const reading = await readSource(
      bytes(
        '---\ntitle: Bread\nlayout: page\n---\n# Bread\n\nUse **rye** from [the mill](https://mill.example).\n\n1. Weigh it.\n   - To ten *grams*.\n2. Wet it.\n\n> Wait.\n',
      ),
      { fileName: 'bread.md' },
    );
    expect(reading.title).toBe('Bread');
    expect(reading.text).toBe(
      'Bread\n\nUse rye from the mill.\n\n1. Weigh it.\n  - To ten grams.\n2. Wet it.\n\n> Wait.',
    );
    expect(reading.marks).toEqual([{ offset: 0, heading: 'Bread', level: 1 }]);
  });

  it('takes pasted markdown for markdown and a memo with "Note:" for no transcript', () => {
    expect(readText('# One\n\ntext\n\n## Two\n\nmore **bold**').marks.map((mark) => mark.heading)).toEqual([
      'One',
      'Two',
    ]);
    expect(readText('Note: bring a pen.\nTip: bring two.\nNote: and paper.\nTip: blank.').marks).toEqual([]);
  });

  it('joins lines that were broken at a width and leaves lists alone', () => {
    const reading = readText(
      `${'The quick brown fox jumps over the lazy dog and\nthen it goes on to the next one without a reason\nthat anybody could give to the people who ask for\none.\n\n'.repeat(2)}- a thing\n- another`,
    );
    expect(reading.text).toContain('dog and then it goes on');
    expect(reading.text).toContain('- a thing\n- another');
  });

  it('marks speakers and lifts time codes out of speech', () => {
    const { text, marks } = readText(
      '[00:01:05] Anna Berg: So the first\nthing is this.\n\nTom: Which?\n\nAnna Berg: [00:02:10] The door. And then [01:02:11] the window.',
    );
    expect(text).toBe(
      'Anna Berg: So the first\nthing is this.\n\nTom: Which?\n\nAnna Berg: The door. And then the window.',
    );
    expect(marks).toContainEqual({ offset: 0, speaker: 'Anna Berg', timeMs: 65_000 });
    expect(marks).toContainEqual({ offset: text.indexOf('the window'), timeMs: 3_731_000 });
  });

  it('lets subtitles flow together and keeps the time of each cue', async () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:03,000\n<i>Put the kettle</i>\n\n2\n00:00:03,100 --> 00:00:05,000\non &amp; wait.\n\n3\n00:00:09,000 --> 00:00:10,000\nThen pour.\n';
    const { text, marks } = await readSource(bytes(srt), { fileName: 'tea.srt' });
    expect(text).toBe('Put the kettle on & wait.\n\nThen pour.');
    expect(marks).toEqual([
      { offset: 0, timeMs: 1000 },
      { offset: 15, timeMs: 3100 },
      { offset: 27, timeMs: 9000 },
    ]);
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida>How?\n\n00:02.000 --> 00:04.000\n<v Benno>Slowly.';
    expect((await readSource(bytes(vtt), { contentType: 'text/vtt' })).text).toBe(
      'Ida: How?\n\nBenno: Slowly.',
    );
  });

  it('finds the main text of a page and runs none of its scripts', async () => {
    const body =
      '<h2>How to wait</h2><p>Sit down first, then count to ten, slowly and aloud, in a language that you have not spoken for a while.</p><ul><li>One</li><li>Two</li></ul>'.repeat(
        3,
      );
    const html = `<!doctype html><html lang="en"><head><title>Waiting | Site of Waits</title><meta name="author" content="Ida"></head><body><nav><a href="/">Home</a></nav><article>${body}</article><script>throw new Error('run')</script></body></html>`;
    const reading = await readSource(bytes(html), { fileName: 'page.html' });
    expect(reading).toMatchObject({ author: 'Ida', language: 'en' });
    expect(reading.text).toContain('- One\n- Two');
    expect(reading.text).not.toMatch(/Home|throw/);
    expect(reading.marks[0]).toMatchObject({ heading: 'How to wait', level: 2 });
  });

  it('reads a PDF with its pages and joins what a line end cut', async () => {
    const file = await pdf([
      [
        'Handing over',
        'List every promise that was made in the last six',
        'months, with its date, and name who made it. The his-',
        'tory stays on one page.',
      ],
      [
        'Letting go',
        'Leave the mailing list after ten working days and',
        'send the client one sentence that says so.',
      ],
    ]);
    const { text, marks, problem } = await readSource(file, { fileName: 'handover.pdf' });
    expect(problem).toBeUndefined();
    expect(text).toContain('The history stays on one page.');
    expect(marks.filter((mark) => mark.page !== undefined).map((mark) => mark.page)).toEqual([1, 2]);
    expect(marks.filter((mark) => mark.heading !== undefined).map((mark) => mark.heading)).toEqual([
      'Handing over',
      'Letting go',
    ]);
  });

  it('reads DOCX with headings', async () => {
    const file = docx(paragraph('Letting go', 'Heading1') + paragraph('Leave the list after ten days.'));
    const reading = await readSource(file, { fileName: 'memo.docx' });
    expect(reading.text).toBe('Letting go\n\nLeave the list after ten days.');
    expect(reading.marks).toEqual([{ offset: 0, heading: 'Letting go', level: 1 }]);
  });

  it('says in one sentence what is wrong, and never throws', async () => {
    const codes = async (file: Uint8Array, fileName: string) =>
      (await readSource(file, { fileName })).problem;
    expect(await codes(await pdf([[], []]), 'scan.pdf')).toEqual({
      code: 'no_text',
      message:
        'This PDF holds pictures of pages, no text. It is kept. Add a text version or connect a transcriber.',
    });
    expect(
      await codes(await pdf([['Secret words that nobody may read here']], 'pass'), 'locked.pdf'),
    ).toMatchObject({ code: 'encrypted' });
    expect(await codes(bytes('%PDF-1.7\nnonsense'), 'broken.pdf')).toMatchObject({ code: 'broken' });
    expect(await codes(docx(paragraph('hi')).subarray(0, 200), 'cut.docx')).toMatchObject({ code: 'broken' });
    expect(await codes(docx(paragraph('hi'), 400_000_000), 'bomb.docx')).toMatchObject({
      code: 'broken',
      message: expect.stringContaining('200 MB'),
    });
    expect(await codes(docx(''), 'empty.docx')).toMatchObject({ code: 'empty' });
    expect(await codes(new Uint8Array(), 'nothing.txt')).toMatchObject({ code: 'empty' });
    expect(await codes(bytes(' \n\u200b\n'), 'blank.txt')).toMatchObject({ code: 'empty' });
    expect(
      await codes(
        Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]),
        'x.txt',
      ),
    ).toMatchObject({ code: 'wrong_type' });
    expect(
      await codes(Uint8Array.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0]), 'talk.mp3'),
    ).toMatchObject({ code: 'needs_transcriber' });
    expect(
      await codes(bytes('<html><body><script>render()</script></body></html>'), 'app.html'),
    ).toMatchObject({ code: 'empty' });
  });

  it('decodes UTF-16 and old Windows text, and tells languages apart', async () => {
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Schreib zuerst auf, was übrig ist.', 'utf16le'),
    ]);
    expect((await readSource(wide)).text).toBe('Schreib zuerst auf, was übrig ist.');
    expect((await readSource(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).text).toBe('café');
    expect(
      readText(
        'Zuerst schreibst du auf, was gestern nicht verkauft wurde, und dann setzt du den Teig an. Es ist nicht schwer, aber man muss es machen.',
      ).language,
    ).toBe('de');
    expect(
      readText('まず昨日の残りを書きます。それから生地を作ります。最後にパンを焼きます。').language,
    ).toBe('ja');
    expect(readText('اكتب أولا ما تبقى من أمس ثم جهز العجين واخبز رغيفا واحدا').language).toBe('ar');
  });

  it('normalises once: a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normalise(normalise(text)) === normalise(text)),
    );
    expect(titleFromFileName('/tmp/2024-11_call with-Anna.v2.txt')).toBe('2024-11 call with Anna v2');
  });

  it('takes any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.srt', 'a.vtt', 'a.pdf', 'a.docx', undefined),
        async (file, fileName) => {
          const reading = await readSource(file, fileName === undefined ? {} : { fileName });
          return (
            reading.marks.every((mark) => mark.offset <= reading.text.length) &&
            (reading.text !== '' || reading.problem !== undefined)
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  const pages = join(import.meta.dirname, '../../../../../../shared/data/readability-pages');
  it.runIf(existsSync(pages))(
    'keeps the words of real articles (token F1 at least 0.95 on the mean)',
    async () => {
      const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const scores: number[] = [];
      for (const folder of readdirSync(pages, { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      )) {
        const read = async (name: string) => readFileSync(join(pages, folder.name, name));
        const found = words((await readSource(await read('source.html'), { fileName: 'source.html' })).text);
        const wanted = words(
          (await read('expected.html'))
            .toString('utf8')
            .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
            .replace(/<[^>]*>/g, ' ')
            .replace(/&[a-z]+;|&#\w+;/g, ' '),
        );
        const left = new Map<string, number>();
        for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
        let common = 0;
        for (const word of found) {
          const count = left.get(word) ?? 0;
          if (count > 0) {
            common += 1;
            left.set(word, count - 1);
          }
        }
        scores.push(found.length + wanted.length === 0 ? 1 : (2 * common) / (found.length + wanted.length));
      }
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      expect(mean).toBeGreaterThanOrEqual(0.95);
    },
  );
});
