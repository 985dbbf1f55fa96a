/** What an address says about itself, without asking anybody. */
export interface AddressJudgement {
  /** The address they probably meant; null when it looks right. */
  didYouMean: string | null;
  /** Why this may be nobody's real address; null when nothing speaks against it. */
  doubt: string | null;
  /** The company's domain; null for mailbox providers, where it says nothing about the person. */
  companyDomain: string | null;
}

const PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.fr',
  'yahoo.de',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'gmx.de',
  'gmx.net',
  'gmx.com',
  'gmx.at',
  'web.de',
  't-online.de',
  'freenet.de',
  'mailbox.org',
  'posteo.de',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'wanadoo.fr',
  'sfr.fr',
  'telenet.be',
  'skynet.be',
  'proximus.be',
  'ziggo.nl',
  'kpnmail.nl',
  'xs4all.nl',
  'hetnet.nl',
  'libero.it',
  'virgilio.it',
  'tiscali.it',
  'fastmail.com',
  'hey.com',
  'zoho.com',
  'yandex.com',
  'mail.com',
  'email.com',
  'ymail.com',
  'rocketmail.com',
  'hotmail.de',
  'gmx.ch',
  'bluewin.ch',
  'comcast.net',
  'btinternet.com',
  'outlook.de',
  'hotmail.co.uk',
  'hotmail.fr',
];
const KNOWN = new Set(PROVIDERS);

/** Addresses made to be thrown away. */
const DISPOSABLE = new Set([
  'mailinator.com',
  'guerrillamail.com',
  'guerrillamail.info',
  'sharklasers.com',
  '10minutemail.com',
  'temp-mail.org',
  'tempmail.com',
  'yopmail.com',
  'trashmail.com',
  'trashmail.de',
  'throwawaymail.com',
  'getnada.com',
  'maildrop.cc',
  'dispostable.com',
  'fakeinbox.com',
  'mintemail.com',
  'mohmal.com',
  'moakt.com',
  'emailondeck.com',
  'spamgourmet.com',
  'mytemp.email',
  'wegwerfmail.de',
  'einrot.com',
  'discard.email',
  'burnermail.io',
]);

/** Endings that no mail ever reaches (RFC 2606, RFC 6761); .example stays out, as the samples live there. */
const UNREACHABLE = /\.(invalid|test|localhost|local|internal)$/;

/** Judges a normalised address. Doubt marks a person for a look; it never keeps them out. */
export function judgeAddress(email: string): AddressJudgement {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const meant = KNOWN.has(domain) ? undefined : PROVIDERS.find((provider) => isSlipOf(domain, provider));
  return {
    didYouMean: meant ? `${email.slice(0, at)}@${meant}` : null,
    doubt: DISPOSABLE.has(domain)
      ? 'The address is one made to be thrown away'
      : UNREACHABLE.test(domain)
        ? 'No mail can reach this address'
        : null,
    companyDomain: KNOWN.has(domain) || DISPOSABLE.has(domain) || domain.startsWith('[') ? null : domain,
  };
}

// Names of four letters differ by one letter from too many honest domains.
const SHORTEST = 7;

/** One letter too few, too many, wrong or swapped with its neighbour. */
function isSlipOf(domain: string, provider: string): boolean {
  if (provider.length < SHORTEST || Math.abs(domain.length - provider.length) > 1) return false;
  let start = 0;
  while (start < domain.length && domain[start] === provider[start]) start += 1;
  const rest = domain.slice(start);
  const wanted = provider.slice(start);
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
