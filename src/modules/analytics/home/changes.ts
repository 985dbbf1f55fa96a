import type { ChangeRow } from './queries.ts';

/** What happened, in a sentence, and where it leads. */
export function sentenceOf({ name, payload, title, slug, who }: ChangeRow): {
  sentence: string;
  href: string | null;
} {
  const what = title ? `“${title}”` : 'something that is gone';
  switch (name) {
    case 'playbook.published':
      return {
        sentence: `Version ${payload.number} of ${what} was published`,
        href: slug ? `/playbooks/${slug}/versions` : null,
      };
    case 'playbook.drafted':
      return {
        sentence: `A draft of ${payload.steps} steps was composed for ${what}`,
        href: slug ? `/playbooks/${slug}` : null,
      };
    case 'source.imported':
      return { sentence: `${what} was read`, href: `/sources/${payload.sourceId}` };
    case 'source.failed':
      return { sentence: `${what} could not be read`, href: `/sources/${payload.sourceId}` };
    case 'lead.captured':
      return {
        sentence: `${who ?? 'Somebody'} passed the gate${title ? ` of ${what}` : ''}`,
        href: `/leads/${payload.leadId}`,
      };
    case 'lead.confirmed':
      return { sentence: `${who ?? 'Somebody'} confirmed their address`, href: `/leads/${payload.leadId}` };
    case 'hand.raised':
      return { sentence: `${who ?? 'Somebody'} raised a hand`, href: `/leads/${payload.leadId}` };
    case 'video.watched':
      return { sentence: `${who ?? 'Somebody'} watched their video`, href: `/leads/${payload.leadId}` };
    case 'order.paid':
      return { sentence: `${who ?? 'Somebody'} ordered`, href: `/orders/${payload.orderId}` };
    case 'order.refunded':
      return { sentence: 'An order was given back', href: `/orders/${payload.orderId}` };
    default:
      return { sentence: 'A link was made', href: '/links' };
  }
}
