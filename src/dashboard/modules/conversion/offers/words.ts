import type { Shape } from '../../../api/shapes.ts';
import type { Tone } from '../../../ui/chip.tsx';
import { money } from '../../../ui/words.ts';

export type Offer = Shape<'Offer'>;
export type Grant = Offer['grants'][number];
type Plan = Offer['fulfilment'][number];

export const stateWords: Record<Offer['state'], { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'plain' },
  active: { label: 'Open to buyers', tone: 'ok' },
  archived: { label: 'Closed', tone: 'wait' },
};

export const grantKinds: Record<Grant['kind'], string> = {
  playbook: 'A whole playbook',
  clone: 'The clone, without the trial’s limit',
  file: 'A file',
  community: 'A community',
  call: 'A call',
  other: 'Something else',
};

/** "€490" or what is missing. */
export const priceWords = ({ price }: Pick<Offer, 'price'>): string =>
  price ? money(price.amountMinor, price.currency, price.amountMinor % 100 !== 0) : 'no price yet';

/** What a form holds while an offer is worked on. */
export interface Draft {
  name: string;
  headline: string;
  description: string;
  guarantee: string;
  termsUrl: string;
  playbookId: string;
  expertId: string;
  sharePercent: string;
  contents: { text: string; detail: string }[];
  grants: Grant[];
  mail: boolean;
  mailNote: string;
  /** First steps of the buyer, one a line. */
  checklist: string;
}

const planOf = <K extends Plan['kind']>(offer: Offer, kind: K) =>
  offer.fulfilment.find((plan): plan is Extract<Plan, { kind: K }> => plan.kind === kind);

export function draftOf(offer: Offer): Draft {
  const mail = planOf(offer, 'mail');
  return {
    name: offer.name,
    headline: offer.headline,
    description: offer.description,
    guarantee: offer.guarantee,
    termsUrl: offer.termsUrl ?? '',
    playbookId: offer.playbook?.id ?? '',
    expertId: offer.expert?.id ?? '',
    sharePercent: offer.sharePercent === null ? '' : String(offer.sharePercent),
    contents: offer.contents.map(({ text, detail }) => ({ text, detail })),
    grants: offer.grants,
    mail: mail !== undefined,
    mailNote: mail?.note ?? '',
    checklist: (planOf(offer, 'enrol')?.checklist ?? []).join('\n'),
  };
}

/** What is sent when it is saved. Lines without words are left out. */
export function changeOf(draft: Draft) {
  const checklist = draft.checklist
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const share = draft.sharePercent.trim().replace(',', '.');
  return {
    name: draft.name.trim(),
    headline: draft.headline.trim(),
    description: draft.description.trim(),
    guarantee: draft.guarantee.trim(),
    termsUrl: draft.termsUrl.trim() || null,
    playbookId: draft.playbookId || null,
    expertId: draft.expertId || null,
    sharePercent: share === '' ? null : Number(share),
    contents: draft.contents
      .map(({ text, detail }) => ({ text: text.trim(), detail: detail.trim() }))
      .filter(({ text }) => text),
    grants: draft.grants,
    fulfilment: [
      { kind: 'grant' as const },
      ...(draft.mail ? [{ kind: 'mail' as const, note: draft.mailNote.trim() }] : []),
      ...(checklist.length > 0 ? [{ kind: 'enrol' as const, checklist }] : []),
    ],
  };
}

/** What is missing before somebody can buy it, in the order of the page. */
export function missingIn(offer: Offer): string[] {
  return [
    ...(offer.contents.length > 0 ? [] : ['Say what the buyer gets']),
    ...(offer.grants.length > 0 ? [] : ['Say what the buyer may open']),
    ...(offer.price ? [] : ['Set a price']),
  ];
}
