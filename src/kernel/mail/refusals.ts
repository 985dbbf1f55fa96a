/** What a server's answer to one message means for us. */
export interface Refusal {
  /** Nobody lives at this address: it must not be written to again. */
  addressDead: boolean;
  /** The same message would be refused again. */
  permanent: boolean;
  /** Stable name of the cause. */
  code:
    | 'address-unknown'
    | 'mailbox-full'
    | 'mailbox-closed'
    | 'too-large'
    | 'policy'
    | 'sender-refused'
    | 'not-accepted'
    | 'try-later'
    | 'sign-in-refused'
    | 'route'
    | 'not-composed';
  /** A sentence for people: what happened and, where we know it, what to do. */
  reason: string;
}

/** Where in the conversation the answer came. */
export type Stage = 'connection' | 'sign-in' | 'sender' | 'recipient' | 'content';

interface Answer {
  code: number;
  response: string;
  stage: Stage;
}

const ENHANCED = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

// What the big mailbox providers mean, and what the sender can do about it.
const ADVICE: [pattern: RegExp, advice: string][] = [
  [/\b5\.7\.26\b/, 'The receiver could not authenticate us: set up SPF and DKIM for the sending domain.'],
  [/\b4\.7\.32\b/, 'The From domain matches neither SPF nor DKIM: align them, then it will be taken.'],
  [/\b5\.7\.515\b/, 'The receiver wants SPF, DKIM and DMARC for the sending domain.'],
  [/\b5\.7\.9\b/, 'The receiver refuses unauthenticated mail: set up SPF, DKIM and DMARC.'],
  [
    /\b5\.4\.5\b|sending limit|daily (?:user )?sending quota/i,
    'The sending account has used up its limit for today.',
  ],
];

/**
 * Reads a refusal. Class 5 alone does not mean that an address is dead: a full mailbox, a policy, a size or a route says
 * nothing about the person, and suppressing them would lose somebody (RFC 3463; the distinctions are sisimai's).
 */
export function readRefusal({ code, response, stage }: Answer): Refusal {
  const enhanced = ENHANCED.exec(response);
  const permanent = code >= 500 && code < 600 && code !== 503;
  const advice = ADVICE.find(([pattern]) => pattern.test(response))?.[1];
  const said = `The receiving server said: ${oneLine(response)}`;
  const refusal = (kind: Refusal['code'], sentence: string, more: Partial<Refusal> = {}): Refusal => ({
    addressDead: false,
    permanent,
    code: kind,
    reason: `${advice ?? sentence} ${said}`,
    ...more,
  });

  if (stage === 'sign-in') {
    return refusal('sign-in-refused', 'The mail server refuses our user name or password.', {
      permanent: false,
    });
  }
  if (stage === 'connection')
    return refusal('route', 'The mail server takes nothing just now.', { permanent: false });
  if (!permanent) return refusal('try-later', 'The receiving server asks to try later.');
  if (advice) return refusal('policy', advice, { permanent: !/\b5\.4\.5\b|limit|quota/i.test(response) });
  const cause = causeOf(enhanced?.[2], enhanced?.[3], response);
  if (cause === 'mailbox-full')
    return refusal('mailbox-full', 'Their mailbox is full; the address itself is good.');
  if (cause === 'mailbox-closed')
    return refusal('mailbox-closed', 'The mailbox exists and takes no mail at present.');
  if (cause === 'too-large') return refusal('too-large', 'The mail is larger than the receiver takes.');
  if (cause === 'policy')
    return refusal('policy', 'The receiver refuses this mail by policy; the address itself may be good.');
  if (cause === 'route')
    return refusal('route', 'The receiving server could not be reached by ours; the address may be good.');
  if (stage === 'sender') return refusal('sender-refused', 'The mail server refuses our sender address.');
  if (
    cause === 'address-unknown' ||
    (stage === 'recipient' && cause === null && NAMES_THE_ADDRESS.has(code))
  ) {
    return refusal('address-unknown', 'Nobody receives mail at this address.', { addressDead: true });
  }
  return refusal('not-accepted', 'The receiver refuses this mail.');
}

type Cause = 'address-unknown' | 'mailbox-full' | 'mailbox-closed' | 'too-large' | 'policy' | 'route' | null;

// The enhanced code says it exactly, unless the words beside it say otherwise; servers are known to send 5.1.1 for anything.
function causeOf(subject: string | undefined, detail: string | undefined, response: string): Cause {
  const words = causeOfWords(response);
  switch (subject) {
    case '1':
      // 7 and 8 are about the sender's address, 9 about its syntax in the envelope.
      if (detail === '7' || detail === '8' || detail === '9') return 'policy';
      return words === 'policy' ? 'policy' : 'address-unknown';
    case '2':
      if (detail === '1') return words === 'address-unknown' ? words : 'mailbox-closed';
      if (detail === '2') return 'mailbox-full';
      if (detail === '3') return 'too-large';
      return words ?? 'policy';
    case '3':
      return detail === '4' ? 'too-large' : 'policy';
    case '4':
      return words === 'address-unknown' ? words : 'route';
    case '5':
    case '6':
      return words ?? 'policy';
    case '7':
      return 'policy';
    default:
      return words;
  }
}

const WORDS: [cause: Exclude<Cause, null>, pattern: RegExp][] = [
  [
    'mailbox-full',
    /(?:mailbox|inbox|quota|storage|account).{0,40}(?:full|exceed|over)|over.?quota|not enough (?:disk )?space|insufficient (?:system )?storage/i,
  ],
  [
    'too-large',
    /(?:message|mail|size).{0,30}too (?:large|big)|size (?:limit|exceed)|exceeds? (?:the )?(?:maximum|fixed|size)/i,
  ],
  [
    'mailbox-closed',
    /(?:user|mailbox|recipient|address|account|alias).{0,60}(?:disabled|inactive|suspended|frozen|deactivated)/i,
  ],
  [
    'address-unknown',
    /(?:user|mailbox|recipient|address|account|alias).{0,40}(?:unknown|not found|(?:does )?n[o']t exist|no longer|invalid|unavailable)|does(?:n't| not) have an? \S+ account|(?:no such|unknown|invalid|non-?existent) (?:user|mailbox|recipient|address|account|person|domain|local)|host unknown|domain (?:not found|does not exist)/i,
  ],
  [
    'policy',
    /spam|block|black ?list|deny|denied|refused (?:to|due)|polic|protocol|reputation|spf|dkim|dmarc|authenticat|relay|\brate\b|too many|banned|sender rejected|filtered|content|virus|malware|rbl|listed|grey ?list|suspicio|not (?:allowed|accepting|permitted|verified)|mismatch|preferences|service|transaction|problem/i,
  ],
];

const causeOfWords = (response: string): Cause =>
  WORDS.find(([, pattern]) => pattern.test(response))?.[0] ?? null;

// Refusals of the command or the transaction (504, 554) name nobody; these three do.
const NAMES_THE_ADDRESS = new Set([550, 551, 553]);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 400);
