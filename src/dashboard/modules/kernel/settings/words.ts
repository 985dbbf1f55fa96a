import type { Shape } from '../../../api/shapes.ts';

export type Member = Shape<'Member'>;
export type Invitation = Shape<'Invitation'>;

/** What each role may do, in a line. */
export const roleWords: Record<Member['role'] | Invitation['role'], { label: string; note: string }> = {
  owner: { label: 'Owner', note: 'Everything, also ending the organization and what it pays.' },
  admin: { label: 'Admin', note: 'Everything but ending the organization and what it pays.' },
  member: { label: 'Member', note: 'Reads and drafts. Publishing and sending need an admin.' },
  expert: { label: 'Expert', note: 'Their own playbooks: comment and approve, see their funnel and share.' },
  subscriber: { label: 'Subscriber', note: 'Only the library they subscribe to.' },
};

/** "playbook.published" → "Playbook published". */
export function actionWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ').trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bapi\b/i, 'API');
}
