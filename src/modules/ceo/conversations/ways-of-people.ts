import type { Way } from './ways.ts';

const hand =
  /\b(?:rais(?:e|es|ed|ing) (?:a |their |the )?hands?|hand ?rais(?:e|es|ers?)|raised hands?|hands? (?:was |were |are )?raised)\b/;
const video = /\b(?:videos?|films?)\b/;
const question = /\b(?:questions?|asked|asking|clone|clones)\b/;

/** How people ask about people, reading and the clone. Texts are lower case, without punctuation. */
export const WAYS_OF_PEOPLE: Way[] = [
  { measure: 'readers', all: [/\bread(?:s|ing)?\b/], beside: /\b(?:the|our|playbooks?)\b/ },
  {
    measure: 'leads',
    all: [
      /\b(?:leads?|sign ?ups?|signed up|new (?:people|contacts|subscribers)|contacts|registrations?|(?:e ?mails?|addresses) (?:collected|captured|left))\b/,
    ],
    beside: /\b(?:new|captured|came in|come in|coming in|get|got|gain(?:ed)?)\b/,
  },
  {
    measure: 'leads',
    all: [/\b(?:best|top|strongest|worst|which)\b/, /\b(?:short ?)?links?\b/],
    beside: /\b(?:leads?|most)\b/,
    split: 'link',
    took: 'I took the best link for the one that brought the most leads.',
    weight: -4,
  },
  {
    measure: 'leads',
    all: [/\b(?:best|top|strongest|worst|which)\b/, /\b(?:channels?|sources?)\b/],
    beside: /\b(?:leads?|most)\b/,
    split: 'channel',
    took: 'I took the best channel for the one that brought the most leads.',
    weight: -4,
  },
  { measure: 'leads', all: [/\bwhere (?:do|did) (?:they|people|our people) come from\b/], split: 'channel' },
  {
    measure: 'confirmed',
    all: [/\bconfirm(?:ed|s|ation|ations)?\b/],
    beside: /\b(?:address(?:es)?|e ?mails?|leads?|double opt ?ins?)\b/,
    weight: 8,
  },
  {
    measure: 'unconfirmed',
    all: [
      /\bunconfirmed\b|\b(?:not|never|without|havent|hasnt|didnt|no)\b.{0,24}\bconfirm(?:ed|ation|ing)?\b/,
    ],
    beside: /\b(?:yet|address(?:es)?|e ?mails?|leads?|have|has|their)\b/,
    weight: 12,
  },
  {
    measure: 'quiet',
    all: [
      /\b(?:quiet|silent|stale|inactive|dormant|gone cold|no contact|without contact|not (?:heard|hear) from|havent heard from|not been contacted)\b/,
    ],
    beside: /\b(?:leads?|people|longest|gone|went|been)\b/,
    weight: 10,
  },
  {
    measure: 'trials',
    all: [/\b(?:trials?|tried the clone|trying the clone)\b/],
    beside: /\b(?:start(?:ed|s)?|began|began|open)\b/,
  },
  { measure: 'hands', all: [hand] },
  {
    measure: 'hands',
    all: [/\bhot leads?\b/],
    took: 'I took hot leads for people who raised a hand.',
    weight: 4,
  },
  {
    measure: 'hands_unanswered',
    all: [
      hand,
      /\b(?:heard nothing|hear nothing|no (?:answer|reply|response)|(?:not|never|nobody|no one) (?:been |got |was |were )?(?:answered|contacted|wrote|replied|heard back)|unanswered|nothing since|without (?:an )?(?:answer|reply)|still wait(?:s|ing)?|waiting|wait)\b/,
    ],
    beside: /\b(?:since|back|still)\b/,
    weight: 6,
  },
  {
    measure: 'likely',
    all: [/\b(?:likely|likeliest|likelihood|probab(?:le|ly|ility)|hottest|best leads?|chances?)\b/],
    beside: /\b(?:to (?:buy|order|purchase|convert)|leads?|most)\b/,
    weight: 10,
  },
  {
    measure: 'gate_answers',
    all: [
      /\b(?:answers? (?:at|to) the gate|gate answers?|gate questions?|answer at the gate|answered at the gate)\b/,
    ],
    split: 'answer',
  },
  {
    measure: 'gate_answers',
    all: [
      /\b(?:biggest |main )?(?:pains?|problems?)\b.{0,20}\b(?:leads?|people|readers?|they)\b|\b(?:biggest|main) pains?\b/,
    ],
    split: 'answer',
    took: 'I took that for what people answered at the gate.',
  },
  { measure: 'meetings', all: [/\b(?:meetings?|appointments?)\b/], beside: /\b(?:held|booked|planned)\b/ },
  {
    measure: 'readers',
    all: [/\b(?:readers?|visitors?|traffic|page ?views?|visits?)\b/],
    beside: /\b(?:unique)\b/,
  },
  {
    measure: 'playbook_readers',
    all: [
      /\b(?:readers?|visitors?|read|views?|viewed|visits?|popular)\b/,
      /\b(?:which|each|per|by|every|most) playbooks?\b|\bplaybooks?\b.{0,20}\bmost\b/,
    ],
    split: 'playbook',
    weight: 4,
  },
  {
    measure: 'stops',
    all: [
      /\b(?:stop|stops|stopped|leave|leaves|drop ?offs?|drop(?:s|ped)? out|give up|gave up|quit|lose)\b/,
      /\b(?:readers?|people|reading|visitors?|they|them|steps?)\b/,
    ],
    beside: /\b(?:where|off|reading|readers?|people|steps?|most|them)\b/,
    split: 'step',
  },
  { measure: 'clicks', all: [/\b(?:clicks?|clicked)\b/], beside: /\blinks?\b/ },
  {
    measure: 'clicks',
    all: [
      /\b(?:clicks?|clicked)\b/,
      /\b(?:which|each|per|by|every|best|top|most clicked) (?:short ?)?links?\b|\blinks?\b.{0,20}\bmost\b/,
    ],
    split: 'link',
    weight: 3,
  },
  {
    measure: 'machines',
    all: [/\b(?:bots?|machines?|crawlers?|robots?)\b/],
    beside: /\b(?:clicks?|clicked|by)\b/,
    weight: 4,
  },
  {
    measure: 'clone_questions',
    all: [question, /\b(?:clone|clones|expert|twin)\b/],
    beside: /\b(?:the|ask|answered|put|to)\b/,
  },
  {
    measure: 'clone_questions',
    all: [/\bquestions?\b/],
    beside: /\b(?:asked|ask|leads?|readers?|people)\b/,
    took: 'I took questions for those put to the clone.',
    weight: 1,
  },
  {
    measure: 'clone_gaps',
    all: [
      question,
      /\b(?:not in (?:the )?(?:material|playbook|book)|not (?:been )?answered|un ?answered|(?:could|can|does|did)(?: \w+){0,3} ?no?t answer|(?:couldnt|cannot|cant|didnt|doesnt) answer|no answer|without (?:an )?answer|missing|gaps?|refused?|(?:does not|doesnt) know)\b/,
    ],
    beside: /\b(?:clones?|questions?|asked|material)\b/,
    weight: 8,
  },
  {
    measure: 'videos_watched',
    all: [video, /\b(?:watch(?:ed|es|ing)?|seen|saw|viewed)\b/],
    beside: /\b(?:personal)\b/,
  },
  { measure: 'videos_watched', all: [video], took: 'I took videos for those that were watched.' },
  {
    measure: 'videos_sent',
    all: [video, /\b(?:sent|send|delivered|left|went out)\b/],
    beside: /\b(?:personal)\b/,
  },
];
