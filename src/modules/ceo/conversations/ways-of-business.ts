import type { Way } from './ways.ts';

const mail = /\b(?:e ?)?mails?\b|\bmessages?\b/;
const letter = /\b(?:e ?)?mails?\b|\bmessages?\b|\bnewsletters?\b|\blists?\b/;
const task = /\b(?:tasks?|to ?dos?)\b/;
const order =
  /\b(?:orders?|ordered|sales|sold|sell|selling|purchas(?:e|es|ed)|bought|buy|buys|buyers?|customers?)\b/;
const money =
  /\b(?:revenue|money|earn(?:s|ed|ings?|ing)?|income|turnover|booked|booking|takings|euros?|dollars?|brought in|did we make|have we made)\b/;

/** How people ask about money, mail and work. */
export const WAYS_OF_BUSINESS: Way[] = [
  { measure: 'revenue', all: [money], beside: /\b(?:made|much|earned|sales)\b/ },
  {
    measure: 'revenue',
    all: [/\bhow much\b/, /\b(?:sell|sold|sales|make|made)\b/],
    beside: /\b(?:money|revenue)\b/,
  },
  { measure: 'revenue', all: [money, /\bplaybooks?\b/], split: 'playbook', weight: 2 },
  {
    measure: 'revenue',
    all: [/\b(?:best|top|strongest|worst) playbooks?\b/],
    split: 'playbook',
    took: 'I took the best playbook for the one that earned the most.',
  },
  {
    measure: 'attributed',
    all: [
      money,
      /\b(?:channels?|sources?|attribut(?:ed|ion)|(?:came|come|comes) from|from where|where from)\b/,
    ],
    split: 'channel',
    took: 'I counted money at the last touch before the order.',
    weight: 4,
  },
  {
    measure: 'attributed',
    all: [money, /\blinks?\b/],
    split: 'link',
    took: 'I counted money at the last touch before the order.',
    weight: 4,
  },
  { measure: 'orders', all: [order] },
  {
    measure: 'orders',
    all: [/\bsales\b/],
    took: 'I took sales for orders; ask for revenue to see the money.',
    weight: 2,
  },
  {
    measure: 'orders',
    all: [/\b(?:new )?(?:customers?|buyers?)\b/],
    took: 'I took customers for orders: who ordered twice counts twice.',
    weight: 2,
  },
  {
    measure: 'average_order',
    all: [/\b(?:average|mean|typical|avg)\b/, /\b(?:orders?|sales?|baskets?|purchases?|customers?)\b/],
    beside: /\b(?:value|size|worth|price)\b/,
  },
  {
    measure: 'time_to_order',
    all: [
      /\b(?:how long|how many days|time|days)\b/,
      /\b(?:until|before|till|take|takes|to)\b.{0,40}\b(?:order|orders|buy|buys|purchase|sale|customer|customers|decide)\b/,
    ],
    beside: /\b(?:people|leads?|first|touch|click|from|does|it|they)\b/,
    weight: 10,
  },
  {
    measure: 'refunds',
    all: [/\b(?:refund(?:s|ed|ing)?|given back|gave back|give back|money back|chargebacks?)\b/],
    beside: /\b(?:money|orders?)\b/,
    weight: 8,
  },
  {
    measure: 'unpaid',
    all: [
      /\b(?:checkouts?|carts?|baskets?)\b/,
      /\b(?:abandon(?:ed)?|not paid|unpaid|never paid|without paying|open|opened|lost|did not pay|didnt pay)\b/,
    ],
    beside: /\b(?:who|and|did not|pay|paid)\b/,
  },
  {
    measure: 'unpaid',
    all: [/\b(?:checkouts?|carts?|unpaid)\b/],
    took: 'I took checkouts for those opened and not paid.',
  },
  { measure: 'mails', all: [mail], beside: /\b(?:sent|send|sending|left|went out|out)\b/ },
  {
    measure: 'mails',
    all: [/\bcampaigns?\b/, /\b(?:e ?)?mails?\b|\bsent\b/],
    filter: { column: 'stream', value: 'outreach' },
    beside: /\b(?:sent|send|left)\b/,
  },
  {
    measure: 'opens',
    all: [/\b(?:opens?|opened|open rate)\b/, mail],
    beside: /\b(?:campaigns?)\b/,
    weight: 2,
  },
  {
    measure: 'opens',
    all: [/\bopens\b|\bopen rate\b/],
    took: 'I took opens for mails opened at least once.',
  },
  {
    measure: 'mail_clicks',
    all: [/\b(?:clicks?|clicked)\b/, mail],
    beside: /\b(?:links?|campaigns?|in)\b/,
    weight: 2,
  },
  { measure: 'bounces', all: [/\bbounc(?:e|es|ed|ing)\b/], beside: letter, weight: 8 },
  {
    measure: 'unsubscribes',
    all: [
      /\b(?:unsubscrib(?:e|es|ed|ers?|ing)|opt(?:ed)? ?outs?|(?:left|leave|leaves) (?:the |our )?(?:mailing )?list)\b/,
    ],
    beside: letter,
    weight: 8,
  },
  {
    measure: 'stuck_mails',
    all: [mail, /\b(?:stuck|held|failed|fail|not (?:sent|leave|left)|unsent|did not leave|didnt leave)\b/],
    weight: 2,
  },
  {
    measure: 'replies',
    all: [/\b(?:repl(?:y|ies|ied)|respon(?:ses?|ded|se))\b/],
    beside: /\b(?:campaigns?|prospects?|got|get|mails?)\b/,
    weight: 6,
  },
  {
    measure: 'threads',
    all: [/\b(?:inbox|threads?)\b|\bwho (?:is waiting|waits|needs an answer|wants an answer)\b/],
    beside: /\b(?:open|waiting|waits|unanswered|for|answer)\b/,
  },
  { measure: 'prospects', all: [/\bprospects?\b/], beside: /\b(?:ready|on|the|lists?)\b/ },
  {
    measure: 'prospects',
    all: [/\bprospects?\b/, /\bheld(?: back)?\b/],
    filter: { column: 'state', value: 'held' },
    split: 'reason',
    beside: /\b(?:why|are|is)\b/,
  },
  {
    measure: 'planned_mails',
    all: [
      /\b(?:planned|scheduled|still to (?:leave|go|send)|queued?|upcoming|go out next|next to leave)\b/,
      /\b(?:(?:e ?)?mails?|sends?|campaigns?)\b/,
    ],
    beside: /\b(?:leave|go|out|campaigns?)\b/,
    weight: 4,
  },
  {
    measure: 'open_tasks',
    all: [task],
    beside: /\b(?:open|left|pending|my|do i have|waiting|follow ?ups?)\b/,
  },
  { measure: 'tasks_done', all: [task, /\b(?:done|completed|complete|finished|closed)\b/] },
  {
    measure: 'actions_done',
    all: [
      /\b(?:what (?:did|have|has) (?:you|the ceo) (?:do|done|did)|you(?: have)? (?:did|done|do)|actions?(?! plan)|acted)\b/,
    ],
    beside: /\b(?:done|carried out|taken|ran|run|ceo)\b/,
  },
  {
    measure: 'approvals',
    all: [/\b(?:approvals?|approve|(?:waits?|waiting) for (?:me|us|my)|my (?:decision|approval|ok))\b/],
    beside: /\b(?:waits?|waiting|needs?|open|for|actions?)\b/,
    weight: 2,
  },
  {
    measure: 'insights',
    all: [/\b(?:insights?|findings?|what do you see|noticed?|alerts?)\b/],
    beside: /\b(?:open|new)\b/,
  },
  { measure: 'posts', all: [/\b(?:posts?|posted)\b/], beside: /\b(?:published|publish|went out)\b/ },
  {
    measure: 'mentions',
    all: [/\b(?:mentions?|mentioned|talk(?:s|ed|ing)? about us|sa(?:y|id|ys) about us)\b/],
    beside: /\b(?:us|who)\b/,
  },
  {
    measure: 'drafts',
    all: [/\b(?:drafts?|unpublished|(?:not|never) published)\b/],
    beside: /\b(?:playbooks?|yet)\b/,
  },
  {
    measure: 'feelings',
    all: [/\b(?:moods?|feel(?:s|ing|ings)?|emotions?|sounds?|tone)\b/],
    beside: /\b(?:replies|questions?|people|how|do|they)\b/,
    split: 'emotion',
  },
  {
    measure: 'mails',
    all: [/\bnewsletters?\b/],
    filter: { column: 'stream', value: 'marketing' },
    beside: /\b(?:sent|send)\b/,
    weight: -2,
  },
  {
    measure: 'feelings',
    all: [/\b(?:angry|annoyed|furious|upset)\b/],
    filter: { column: 'emotion', value: 'anger' },
    beside: /\b(?:replies|reply|questions?|mails?|people|sounds?|sounding)\b/,
    weight: 8,
  },
  {
    measure: 'feelings',
    all: [/\b(?:happy|joyful|delighted|pleased)\b/],
    filter: { column: 'emotion', value: 'joy' },
    beside: /\b(?:replies|reply|questions?|mails?|people|sounds?|sounding)\b/,
    weight: 8,
  },
  {
    measure: 'feelings',
    all: [/\b(?:afraid|worried|scared)\b/],
    filter: { column: 'emotion', value: 'fear' },
    beside: /\b(?:replies|reply|questions?|mails?|people|sounds?|sounding)\b/,
    weight: 8,
  },
  {
    measure: 'feelings',
    all: [/\b(?:sad|disappointed)\b/],
    filter: { column: 'emotion', value: 'sadness' },
    beside: /\b(?:replies|reply|questions?|mails?|people|sounds?|sounding)\b/,
    weight: 8,
  },
];
