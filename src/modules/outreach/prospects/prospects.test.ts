import { describe, expect, it } from 'vitest';
import { gradeOf, judgeRows } from './judge.ts';
import { fromObjects, readRows } from './read-rows.ts';

const people = (text: string, mapping = {}) => readRows(text, mapping).rows;

describe('a pasted list', () => {
  it('is read with headings in several languages, a byte order mark, semicolons and quotes over lines', () => {
    expect(people('\uFEFFE-Mail;Vorname;Nachname;Firma\nada@x.example;Ada;Byron;"Mill; and\nCo"')).toEqual([
      { email: 'ada@x.example', firstName: 'Ada', lastName: 'Byron', company: 'Mill; and Co', fields: {} },
    ]);
  });

  it('is read without headings: one a line, with names, or many on one', () => {
    expect(
      people('Ada Byron <ada@x.example>, Northmill\nbela@y.example\n"Hopper, Grace" <grace@z.example>'),
    ).toMatchObject([
      { email: 'ada@x.example', firstName: 'Ada', lastName: 'Byron', company: 'Northmill' },
      { email: 'bela@y.example' },
      { email: 'grace@z.example', firstName: 'Grace', lastName: 'Hopper' },
    ]);
    expect(people('a@x.example, b@x.example; c@x.example').map(({ email }) => email)).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ]);
  });

  it('keeps further columns as merge fields, and takes a mapping', () => {
    expect(people('mail,Team size,=cmd\na@x.example,8,=1+1')[0]?.fields).toEqual({
      team_size: '8',
      cmd: '=1+1',
    });
    expect(people('who,where\na@x.example,Northmill', { who: 'email', where: 'company' })[0]).toMatchObject({
      email: 'a@x.example',
      company: 'Northmill',
    });
    expect(fromObjects([{ email: 'a@x.example', first_name: 'Ada', company: null, score: 7 }])).toEqual([
      { email: 'a@x.example', firstName: 'Ada', fields: { score: '7' } },
    ]);
  });

  it('that holds nothing says so', () => {
    expect(readRows(' \n ').problem).toBeTruthy();
  });
});

describe('a judgement', () => {
  it('holds back roles and throw-away addresses, refuses what is no address or stands twice', () => {
    const judged = judgeRows(
      people('ada@x.example\nADA@X.example\ninfo@x.example\nx@mailinator.com\nno address\nb@gmail.com'),
    );
    expect(judged.map(({ verdict, code }) => code ?? verdict)).toEqual([
      'ready',
      'duplicate',
      'role',
      'disposable',
      'bad-email',
      'ready',
    ]);
    expect(judged[0]?.companyDomain).toBe('x.example');
    expect(judged[5]?.companyDomain).toBeNull();
  });

  it('knows the zone of a country with one, and believes a zone that is named', () => {
    const zones = judgeRows(
      fromObjects([
        { email: 'a@x.at' },
        { email: 'b@x.example', country: 'Germany' },
        { email: 'c@x.com', timezone: 'America/New_York' },
        { email: 'd@x.com', timezone: 'Nowhere/Land' },
      ]),
    ).map(({ timeZone }) => timeZone);
    expect(zones).toEqual(['Europe/Vienna', 'Europe/Berlin', 'America/New_York', null]);
  });

  it('grades a list and says why', () => {
    const good = judgeRows(fromObjects([{ email: 'a@x.example', name: 'Ada Byron' }]));
    expect(gradeOf(good)).toEqual({ grade: 'A', reasons: ['Names, companies and addresses are complete.'] });
    expect(gradeOf(judgeRows(people('x\ny\nz')))).toMatchObject({ grade: 'E' });
  });

  it('of 100,000 rows takes seconds', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({
      email: `p${index}@x${index % 999}.example`,
      fields: {},
    }));
    const began = performance.now();
    expect(judgeRows(rows)).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
