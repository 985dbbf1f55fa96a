import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { listMailboxes } from '../mailboxes/queries.ts';
import { findProspect, listReady } from '../prospects/queries.ts';
import * as queries from './queries.ts';
import { renderMail } from './render.ts';
import type { Preview } from './shapes.ts';

const NOBODY = {
  firstName: null,
  lastName: null,
  company: null,
  jobTitle: null,
  website: null,
  country: null,
  fields: {},
};

/** A variant as one person would get it; the first of the campaign's people when none is named. @throws NotFound */
export async function preview(
  ctx: Context,
  variantId: string,
  prospectId: string | undefined,
): Promise<Preview> {
  const { db, workspace } = ctx;
  const variant = await queries.findVariant(db, workspace.id, variantId);
  const campaign = variant && (await queries.findCampaign(db, workspace.id, variant.campaignId));
  if (!variant || !campaign) throw new NotFound('There is no such variant.');
  const named = prospectId ? await findProspect(db, workspace.id, prospectId) : undefined;
  if (prospectId && !named) throw new NotFound('There is no such prospect.');
  const listIds = await queries.listListIds(db, workspace.id, campaign.id);
  const person = named ?? (await listReady(db, workspace.id, listIds, '', 1))[0];
  const mails = (await queries.listVariants(db, workspace.id, [campaign.id])).find(
    ({ id }) => id === variantId,
  )?.mails;
  const mailbox = (await listMailboxes(db, workspace.id)).find(({ status }) => status === 'active');
  const { settings } = campaign;
  return {
    to: person?.email ?? 'Somebody of whom nothing is known',
    mails: (mails ?? []).map((mail) => ({
      position: mail.position,
      ...renderMail(mail, person ?? NOBODY, {
        name: settings.senderName ?? mailbox?.senderName ?? workspace.name,
        signature: mailbox?.signature ?? '',
        settings,
      }),
    })),
  };
}
