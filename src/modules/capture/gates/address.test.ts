import { describe, expect, it } from 'vitest';
import { judgeAddress } from './address.ts';

describe('an address', () => {
  it('that slipped by one letter gets a suggestion', () => {
    const slips = {
      'gmial.com': 'gmail.com',
      'gmil.com': 'gmail.com',
      'gmaill.com': 'gmail.com',
      'hotmsil.com': 'hotmail.com',
      'outlok.com': 'outlook.com',
      'yahoo.cm': 'yahoo.com',
    };
    for (const [typed, meant] of Object.entries(slips))
      expect(judgeAddress(`lea@${typed}`).didYouMean).toBe(`lea@${meant}`);
  });

  it('that is right gets none', () => {
    for (const domain of [
      'gmail.com',
      'googlemail.com',
      'gmx.de',
      'web.de',
      'me.com',
      'we.com',
      'studiohalvorn.example',
      'male.com',
      'email.com',
    ]) {
      expect([domain, judgeAddress(`lea@${domain}`).didYouMean]).toEqual([domain, null]);
    }
  });

  it('names a company only where the domain is one', () => {
    expect(judgeAddress('noor@studiohalvorn.example').companyDomain).toBe('studiohalvorn.example');
    for (const domain of ['gmail.com', 'mailinator.com', '[192.0.2.1]'])
      expect(judgeAddress(`noor@${domain}`).companyDomain).toBeNull();
  });

  it('that nobody keeps or no mail reaches is in doubt', () => {
    expect(judgeAddress('a@mailinator.com').doubt).toMatch(/thrown away/);
    expect(judgeAddress('a@nowhere.invalid').doubt).toMatch(/No mail/);
    expect(judgeAddress('a@studio.example').doubt).toBeNull();
  });
});
