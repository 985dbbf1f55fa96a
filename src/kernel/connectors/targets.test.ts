import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { readWebAddress } from './exchange.ts';
import { OutboundRefused } from './refusals.ts';
import { buildTargets } from './targets.ts';

const DATA = new URL('../../../../shared/data/ssrf/', import.meta.url);
const read = <T>(name: string): T[] => JSON.parse(readFileSync(new URL(name, DATA), 'utf8')) as T[];
const available = existsSync(DATA);

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof OutboundRefused ? error.code : `not refused (${String(error)})`;
};

describe('addresses', () => {
  it('takes only ordinary machines on the public internet', () => {
    const outside = [
      '8.8.8.8',
      '93.184.216.34',
      '172.32.0.1',
      '11.0.0.1',
      '2606:4700::1111',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
    ];
    expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
    const inside = [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '198.18.0.1',
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fec0::1',
      'ff02::1',
      '::127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:0:10.0.0.1',
      '64:ff9b::10.0.0.1',
      '64:ff9b:1:a00:0:100::',
      '2001:db8::1',
      '2002:a00:1::',
      '100::1',
      '5f00::1',
      '3fff::1',
      'not an address',
      '',
    ];
    expect(inside.filter(isPublicAddress)).toEqual([]);
  });

  it.skipIf(!available)('judges every address of shared/data/ssrf as its source does', () => {
    const cases = read<{ ip: string; block: boolean }>('addresses.json');
    expect(cases.length).toBeGreaterThan(60);
    expect(cases.filter(({ ip, block }) => isPublicAddress(ip) === block)).toEqual([]);
  });
});

describe('targets', () => {
  const nip = async (host: string) => {
    const inside = /((?:\d+\.){3}\d+)\.nip\.io$/.exec(host)?.[1];
    return inside ? [{ address: inside, family: 4 as const }] : [];
  };

  it.skipIf(!available)(
    'refuses and allows every address line of shared/data/ssrf before connecting',
    async () => {
      const targets = buildTargets([], nip);
      const cases = read<{ url: string; block: boolean }>('urls.json');
      expect(cases.length).toBeGreaterThan(15);
      for (const { url, block } of cases) {
        const read = readWebAddress(url, targets);
        const code = await refusal(targets.check(read.hostname, Number(read.port) || 80));
        expect(`${url} ${code}`).toBe(`${url} ${block ? 'private_target' : 'not refused (undefined)'}`);
      }
    },
  );

  it('refuses a name when one of its addresses is private', async () => {
    const targets = buildTargets([], async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ]);
    expect(await refusal(targets.check('mixed.example', 443))).toBe('private_target');
  });

  it('says when a name leads nowhere', async () => {
    const gone = buildTargets([], async () => Promise.reject(new Error('ENOTFOUND')));
    expect(await refusal(gone.check('nowhere.example', 443))).toBe('unknown_host');
    expect(await refusal(buildTargets([], async () => []).check('empty.example', 443))).toBe('unknown_host');
  });

  it('lets through the listed host and port only, however the address is written', async () => {
    const targets = buildTargets(
      ['localhost:8025', '10.0.0.5:25', '[::1]:99', 'mail.internal:143'],
      async () => [{ address: '10.9.9.9', family: 4 }],
    );
    for (const [host, port] of [
      ['localhost', 8025],
      ['127.0.0.1', 8025],
      ['[::1]', 8025],
      ['10.0.0.5', 25],
      ['0:0:0:0:0:0:0:1', 99],
      ['MAIL.internal.', 143],
    ] as const) {
      expect(await targets.check(host, port)).not.toEqual([]);
    }
    for (const [host, port] of [
      ['localhost', 8026],
      ['10.0.0.5', 26],
      ['10.0.0.6', 25],
      ['mail.internal', 144],
    ] as const) {
      expect(`${host} ${await refusal(targets.check(host, port))}`).toBe(`${host} private_target`);
    }
  });

  it('judges spellings of an address that only some programs read', async () => {
    const targets = buildTargets([]);
    for (const host of [
      '0177.1',
      '0x7f.1',
      '2130706433',
      '127.1',
      'localhost',
      'a.localhost',
      '[::ffff:7f00:1]',
    ]) {
      expect(`${host} ${await refusal(targets.check(host, 25))}`).toBe(`${host} private_target`);
    }
  });

  it('reads only plain web addresses', () => {
    const targets = buildTargets([]);
    const codeOf = (text: string) => {
      try {
        readWebAddress(text, targets);
        return 'fine';
      } catch (error) {
        return (error as OutboundRefused).code;
      }
    };
    expect(codeOf('ftp://a.example/')).toBe('scheme');
    expect(codeOf('file:///etc/passwd')).toBe('scheme');
    expect(codeOf('not an address')).toBe('not_an_address');
    expect(codeOf('https://name:word@a.example/')).toBe('credentials_in_address');
    expect(codeOf('http://a.example:25/')).toBe('port');
    expect(codeOf('http://a.example:6379/')).toBe('port');
    expect(codeOf('https://a.example:5678/hook')).toBe('fine');
  });
});
