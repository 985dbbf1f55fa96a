import type { ReplyKind } from './kinds.ts';

/** Raised when the rules change; replies keep the version that judged them. */
export const REPLY_CLASSIFIER_VERSION = '1';

export interface ReplyTraits {
  subject: string;
  /** The new words only, without quotation and signature. */
  words: string;
  headers: Record<string, string>;
  receivedAt: Date;
}

export interface ReplyVerdict {
  kind: ReplyKind;
  /** 0 to 1. */
  certainty: number;
  reasons: string[];
  /** YYYY-MM-DD, of somebody who is away. */
  returnsOn: string | null;
}

type Sign = [pattern: RegExp, reason: string];

const UNSUBSCRIBE: Sign[] = [
  [/\bunsubscribe\b|\bopt[ -]?out\b/i, 'asks to be unsubscribed'],
  [
    /\b(?:remove|take|delete) (?:me|us|my (?:e-?mail|address|name|details)|this address)\b.{0,40}\b(?:list|database|off|from|system)\b|\b(?:remove|delete) me\b/i,
    'asks to be removed',
  ],
  [/\b(?:stop|quit|cease) (?:e-?mailing|contacting|writing|sending|messaging|spamming)\b/i, 'asks to stop'],
  [
    /\b(?:do not|don['’]?t|never) (?:e-?mail|contact|write|message)\b.{0,20}\b(?:me|us|again|anymore)\b/i,
    'asks to stop',
  ],
  [/^\s*stop\s*[.!]*\s*$/i, 'says stop'],
  [
    /\b(?:abmelden|austragen|aus (?:dem|ihrem|eurem) verteiler|keine (?:weiteren )?(?:e-?mails|mails|werbung))\b/i,
    'asks to stop (German)',
  ],
  [/\b(?:désabonner|désinscrire|désinscription|ne (?:plus )?me contactez plus)\b/i, 'asks to stop (French)'],
  [/\b(?:dar(?:me)? de baja|darme de baja|no me (?:escriban|contacten))\b/i, 'asks to stop (Spanish)'],
];

const COMPLAINT: Sign[] = [
  [
    /\b(?:report(?:ed|ing)?|mark(?:ed|ing)?) (?:this|you|it)?\s*(?:as )?(?:spam|abuse)\b|\bthis is (?:illegal )?spam\b/i,
    'calls it spam',
  ],
  [
    /\b(?:my lawyer|legal action|anwalt|abmahnung|gdpr complaint|dsgvo-beschwerde)\b/i,
    'speaks of legal steps',
  ],
];

const AWAY: Sign[] = [
  [
    /\bout of (?:the )?office\b|\bautomatic(?:ally generated)? reply\b|\bauto-?reply\b/i,
    'says that they are out of office',
  ],
  [
    /\b(?:i am|i['’]m|i will be|i['’]ll be) (?:currently )?(?:away|on (?:vacation|holiday|leave|parental leave|annual leave)|travell?ing)\b/i,
    'says that they are away',
  ],
  [/\b(?:limited|no) access to (?:my )?e-?mail\b/i, 'has no access to mail'],
  [
    /\b(?:abwesenheitsnotiz|nicht im (?:büro|haus)|im urlaub|bin (?:ich )?(?:derzeit |aktuell )?abwesend)\b/i,
    'is away (German)',
  ],
  [/\b(?:absent(?:e)? du bureau|en congés?|réponse automatique)\b/i, 'is away (French)'],
  [/\b(?:fuera de la oficina|de vacaciones|respuesta automática)\b/i, 'is away (Spanish)'],
];

const WRONG: Sign[] = [
  [
    /\b(?:wrong (?:person|address|contact)|not the right (?:person|contact)|no longer (?:work|with|at)|left the company|not (?:my|our) (?:area|department|responsibility))\b/i,
    'is the wrong person',
  ],
  [
    /\b(?:nicht (?:der|die) richtige|falsche[rn]? (?:ansprechpartner|person)|nicht (?:dafür )?zuständig)\b/i,
    'is the wrong person (German)',
  ],
  [/\b(?:pas la bonne personne|mauvaise personne)\b/i, 'is the wrong person (French)'],
];

const NOT_NOW: Sign[] = [
  [
    /\b(?:not (?:right )?now|not at (?:the|this) (?:moment|time)|maybe later|next (?:quarter|year|month)|(?:check|circle|come|reach|get) back (?:in|next|later|to (?:me|us) (?:in|next|later))|in (?:a few|six|three|\d+) (?:months|weeks)|bad timing|too busy)\b/i,
    'says not now',
  ],
  [
    /\b(?:später (?:nochmal|noch einmal|wieder)|im moment nicht|derzeit nicht|nächstes (?:jahr|quartal))\b/i,
    'says not now (German)',
  ],
  [/\b(?:pas (?:pour )?(?:le )?moment|plus tard|l['’]année prochaine)\b/i, 'says not now (French)'],
  [/\b(?:ahora no|más adelante|el próximo (?:año|mes|trimestre))\b/i, 'says not now (Spanish)'],
];

const NOT_INTERESTED: Sign[] = [
  [
    /\b(?:not|isn['’]?t|aren['’]?t|no longer) (?:really |that )?(?:interested|interest|a (?:good )?fit|for us|relevant|looking|something we)\b|\bno interest\b/i,
    'is not interested',
  ],
  [
    /\b(?:no,? thank(?:s| you)|no thx|we['’]ll pass|i['’]ll pass|i['’]m good|we['’]re (?:good|all set)|we (?:already|have) (?:use|have|got)|happy with (?:our|what)|please don['’]?t)\b/i,
    'declines',
  ],
  [/^\s*(?:no|nope|nein|non)\s*[.!]*\s*$/i, 'says no'],
  [/\b(?:kein(?:en)? (?:interesse|bedarf)|nicht interessiert|nein,? danke)\b/i, 'is not interested (German)'],
  [/\b(?:pas intéressée?s?|non,? merci|ne (?:nous|m)['’ ]?intéresse pas)\b/i, 'is not interested (French)'],
  [
    /\b(?:no (?:estoy|estamos) interesad[oa]s?|no,? gracias|no me interesa)\b/i,
    'is not interested (Spanish)',
  ],
];

const INTERESTED: Sign[] = [
  [
    /\b(?:i['’]?m|i am|we['’]?re|we are|very|quite|definitely|would be|am|sounds?|looks?) (?:very |quite |really |definitely )?(?:interested|interesting|good|great|intriguing|promising)\b/i,
    'sounds interested',
  ],
  [
    /\b(?:tell me more|(?:send|share) (?:me|us|over|it|the|more|some|your)|let['’]?s (?:talk|chat|meet|do|set|schedule|discuss)|happy to (?:talk|chat|hear|learn|meet|take)|(?:book|schedule|set up) (?:a|some) (?:call|time|demo|meeting|chat)|would love to|keen to|sign (?:me|us) up|count me in|(?:free|available) (?:on|this|next|tomorrow)|works for (?:me|us))\b/i,
    'wants more',
  ],
  [/^\s*(?:yes|yeah|sure|yep|ja|oui|sí|absolutely)(?=[\s,.!]|$)/i, 'says yes'],
  [
    /\b(?:klingt (?:gut|interessant|spannend)|(?:sehr |grundsätzlich )?interessiert|gerne mehr|schicken sie|rufen sie mich|lassen sie uns)\b/i,
    'sounds interested (German)',
  ],
  [
    /\b(?:intéressée?s?|ça m['’]intéresse|volontiers|envoyez[- ]moi|parlons-en)\b/i,
    'sounds interested (French)',
  ],
  [
    /\b(?:me interesa|estoy interesad[oa]|estamos interesados|suena bien|envíame|hablemos)\b/i,
    'sounds interested (Spanish)',
  ],
];

const QUESTION: Sign[] = [
  [/\?\s*(?:$|\n|["”)])/m, 'asks something'],
  [
    /^\s*(?:how|what|which|who|when|where|why|can|could|does|do|is|are|would|will)\b[^.!\n]{3,200}\?/im,
    'asks something',
  ],
  [/\b(?:wie (?:viel|teuer|funktioniert)|was kostet|combien|cuánto)\b/i, 'asks something'],
];

/** Which rule comes first where several fit: what must not be missed stands above what would be nice. */
const ORDER: [ReplyKind, Sign[], number][] = [
  ['unsubscribe', UNSUBSCRIBE, 0.95],
  ['complaint', COMPLAINT, 0.85],
  ['wrong_person', WRONG, 0.85],
  ['not_interested', NOT_INTERESTED, 0.85],
  ['not_now', NOT_NOW, 0.75],
  ['interested', INTERESTED, 0.8],
  ['question', QUESTION, 0.75],
];

/**
 * Says what a reply wants, by rules alone and in words. A reply is data: nothing in it is followed, whatever it says. What
 * fits no rule is `other`, and somebody looks.
 */
export function classifyReply({ subject, words, headers, receivedAt }: ReplyTraits): ReplyVerdict {
  const verdict = (
    kind: ReplyKind,
    certainty: number,
    reasons: string[],
    returnsOn: string | null = null,
  ) => ({
    kind,
    certainty,
    reasons,
    returnsOn,
  });
  const type = headers['content-type'] ?? '';
  if (
    /multipart\/report|report-type=/i.test(type) ||
    /^(?:mailer-daemon|postmaster)@/i.test(headers['return-path'] ?? '')
  )
    return verdict('bounce', 0.95, ['is a report of a mail server']);
  const isAutomatic =
    /auto-replied|auto-generated/i.test(headers['auto-submitted'] ?? '') ||
    headers['x-autoreply'] !== undefined ||
    headers['x-autorespond'] !== undefined;
  const body = words.slice(0, 4_000);
  const away = signsIn(AWAY, `${subject}\n${body}`);
  if (isAutomatic || away.length > 0)
    return verdict(
      'out_of_office',
      isAutomatic ? 0.95 : 0.85,
      isAutomatic ? ['was written by a machine', ...away] : away,
      returnIn(body, receivedAt),
    );
  for (const [kind, signs, certainty] of ORDER) {
    const found = signsIn(signs, body);
    if (found.length > 0) return verdict(kind, certainty, found);
  }
  return verdict('other', 0.3, ['fits no rule']);
}

const signsIn = (signs: Sign[], text: string): string[] => [
  ...new Set(signs.filter(([pattern]) => pattern.test(text)).map(([, reason]) => reason)),
];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day on which somebody is back, where the words name one. */
function returnIn(text: string, now: Date): string | null {
  const near =
    /(?:until|till|back|return(?:ing)?|bis|zurück|retour|regreso)\D{0,30}(.{3,40})/i.exec(text)?.[1] ?? '';
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(near);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?/.exec(near);
  if (dotted) return upcoming(Number(dotted[2]), Number(dotted[1]), dotted[3], now);
  const named =
    /(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([A-Za-z]{3})[a-z]*/.exec(near) ??
    /([A-Za-z]{3})[a-z]*\s+(\d{1,2})/.exec(near.replace(/^\W+/, ''));
  if (!named) return null;
  const [first = '', second = ''] = named.slice(1);
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first];
  const at = MONTHS.indexOf(month.toLowerCase());
  return at < 0 ? null : upcoming(at + 1, Number(day), undefined, now);
}

function upcoming(month: number, day: number, year: string | undefined, now: Date): string | null {
  const given = Number(year ?? now.getUTCFullYear());
  const date = dayOf(given, month, day);
  if (year || !date || date >= now.toISOString().slice(0, 10)) return date;
  return dayOf(given + 1, month, day);
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
