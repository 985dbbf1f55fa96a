import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

describe('readCsv', () => {
  it('reads quoted cells with separators, quotes and line ends inside', () => {
    const { rows } = readCsv(
      'email,name\r\na@b.example,"Noor ""No"" Tamberlin, jr"\r\nc@d.example,"two\nlines"\r\n',
    );
    expect(rows).toEqual([
      { email: 'a@b.example', name: 'Noor "No" Tamberlin, jr' },
      { email: 'c@d.example', name: 'two\nlines' },
    ]);
  });

  it('finds out what stands between cells', () => {
    expect(readCsv('E-mail;Name\na@b.example;Noor').rows).toEqual([
      { 'E-mail': 'a@b.example', Name: 'Noor' },
    ]);
    expect(readCsv('email\tname\na@b.example\tNoor').rows).toEqual([{ email: 'a@b.example', name: 'Noor' }]);
  });

  it('leaves a byte order mark and empty lines out, and fills short lines', () => {
    expect(readCsv('\uFEFFemail,name\n\na@b.example\n').rows).toEqual([{ email: 'a@b.example', name: '' }]);
  });

  it.each([
    ['email,name\na@b.example,"open', 'line 2'],
    ['name,company\nNoor,Halvorn', 'heading “email”'],
    ['email\na@b.example,too,much', 'Line 2 has 3 cells'],
    ['email,name', 'Only headings'],
  ])('says why %j cannot be read', (text, part) => {
    expect(readCsv(text).problem).toContain(part);
  });
});
