import type { Shape } from '../../api/shapes.ts';

export type LeadSummary = Shape<'LeadSummary'>;
export type Lead = Shape<'Lead'>;
export type Stage = LeadSummary['stage'];

/** The way of a person, in order, in the words of the interface. */
export const stages: { value: Stage; label: string }[] = [
  { value: 'captured', label: 'E-mail left' },
  { value: 'trial', label: 'Trial' },
  { value: 'hand_raised', label: 'Hand raised' },
  { value: 'video', label: 'Video watched' },
  { value: 'checkout', label: 'At checkout' },
  { value: 'customer', label: 'Customer' },
];

export const stageWord = (stage: Stage): string => stages.find((one) => one.value === stage)?.label ?? stage;

export const grades = ['A', 'B', 'C', 'D'].flatMap((fit) => ['1', '2', '3', '4'].map((digit) => fit + digit));

export const priorityWords = { low: 'Low', medium: 'Medium', high: 'High' } as const;

const channels: Record<string, string> = {
  linkedin: 'LinkedIn',
  import: 'Import',
  person: 'Added by hand',
  google: 'Search',
};

/** "linkedin" → "LinkedIn": where somebody came from. */
export function channelWord(lead: Pick<LeadSummary, 'source'>): string {
  const { channel, link } = lead.source;
  if (!channel) return link ? `/l/${link.slug}` : 'Direct';
  return channels[channel.toLowerCase()] ?? channel.charAt(0).toUpperCase() + channel.slice(1);
}

/** What a consent is for, as a question's answer: "This playbook and their answers". */
export const purposeWords: Record<string, string> = {
  gate: 'This playbook and their answers',
  newsletter: 'Newsletter',
  tracking: 'Being counted',
  video: 'Personal video',
  outreach: 'Being written to',
  calls: 'Calls',
};
