import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, Fact, route } from '#kernel/http';
import { EmailAddress, Line, Prose } from '#kernel/shapes';
import { campaigns, mailboxes, prospects } from '#modules/outreach';
import { ignored, ok, percent, tags } from './founding-shapes.ts';

/** The campaign stands, and its site gave nothing to write from. */
class SiteUnreadable extends Fact {
  override readonly status = 422;
  override readonly title = 'The site could not be read';
}

/** An address as people type it; https when they leave that out. */
const Address = z
  .string()
  .trim()
  .max(2_000)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, message: 'Write a web address like https://example.com.' }));

type Counts = { sent: number; opened: number; clicked: number; replied: number; bounced: number };

const rates = ({ sent, opened, clicked, replied, bounced }: Counts) => ({
  ...{ sent, opened, clicked, replied, bounced },
  open_rate: percent(opened, sent),
  click_rate: percent(clicked, sent),
  reply_rate: percent(replied, sent),
});

const first = (campaign: Awaited<ReturnType<typeof campaigns.get>>) =>
  campaign.variants.map(({ mails: [mail] }) => ({ subject: mail?.subject ?? '', body: mail?.body ?? '' }));

const record = (campaign: Awaited<ReturnType<typeof campaigns.get>>) => ({
  id: campaign.id,
  campaign_id: campaign.id,
  url: campaign.url,
  target_audience: campaign.audience,
  copy_variants: first(campaign),
  status: campaign.status,
  ...rates(campaign.counts),
  created_at: campaign.createdAt,
  updated_at: campaign.updatedAt,
});

/** Campaigns, their people and their counts. */
export function outreachAliases(app: App): void {
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/create-campaign', permission: 'campaigns.write', tags, hidden: true },
      summary: 'Begin a campaign and wait for its texts',
      body: z.object({
        ...ignored,
        url: Address,
        target_audience: Prose(2_000).min(1, 'Say whom it is for.'),
        leads_csv: z.string().max(20_000_000).nullish(),
      }),
      answers: ok,
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { body }) => {
      const { id } = await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) =>
        campaigns.create(ctx, {
          url: body.url,
          audience: body.target_audience,
          ...(body.leads_csv && { leadsCsv: body.leads_csv }),
        }),
      );
      const made = await campaigns.whenPrepared(platform, workspace.id, id);
      if (made.status === 'failed')
        throw new SiteUnreadable(made.problem ?? made.statusReason ?? 'The site could not be read.');
      return {
        success: true,
        campaign_id: id,
        lead_list_id: made.listIds[0],
        variants: first(made),
        db_record: record(made),
      };
    },
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/upload-leads', permission: 'prospects.write', tags, hidden: true },
      summary: 'Add people to the list of a campaign, named by its id or its name',
      body: z.object({
        ...ignored,
        campaign_name: Line(300),
        leads: z
          .array(
            z.object({
              email: z.string().max(320),
              ...Object.fromEntries(
                ['first_name', 'last_name', 'company', 'phone', 'website'].map((name) => [
                  name,
                  z.string().max(2_000).nullish(),
                ]),
              ),
            }),
          )
          .min(1, 'Send at least one lead.')
          .max(10_000),
      }),
      answers: ok,
    },
    async (ctx, { body }) => {
      const { id, listIds } = await campaigns.named(ctx, body.campaign_name);
      const lead_list_id = listIds[0] ?? (await prospects.createList(ctx, id, 'api'));
      const rows = body.leads as Record<string, string | null>[];
      const taken = await prospects.addToList(ctx, lead_list_id, { rows, mapping: {}, dryRun: false });
      return { success: true, lead_list_id, total: taken.total, ready: taken.ready, held: taken.held };
    },
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/campaigns', permission: 'campaigns.read', tags, hidden: true },
      summary: 'List campaigns with their counts',
      answers: ok,
    },
    async (ctx) => {
      const { data } = await campaigns.list(ctx, { limit: 200 });
      const all: ReturnType<typeof record>[] = [];
      for (const { id } of data) all.push(record(await campaigns.get(ctx, id)));
      return { success: true, campaigns: all };
    },
  );
  route(
    app,
    {
      ...{
        method: 'GET',
        url: '/api/analytics/:campaign_id',
        permission: 'campaigns.read',
        tags,
        hidden: true,
      },
      summary: 'Count one campaign; rates in percent',
      params: z.object({ campaign_id: z.uuid() }),
      answers: ok,
    },
    async (ctx, { params: { campaign_id } }) => {
      const { counts } = await campaigns.get(ctx, campaign_id);
      return { success: true, campaign_id, analytics: rates(counts) };
    },
  );
  route(
    app,
    {
      ...{
        method: 'POST',
        url: '/api/create-email-account',
        permission: 'mailboxes.manage',
        tags,
        hidden: true,
      },
      summary: 'Connect a sending account',
      body: z.object({
        ...ignored,
        email: EmailAddress,
        smtp_config: z.object({
          host: Line(253),
          port: z.coerce.number().int().min(1).max(65_535),
          username: z.string().max(320),
          password: z.string().max(1_000),
        }),
      }),
      answers: ok,
    },
    async (ctx, { body: { email, smtp_config } }) => {
      const made = await mailboxes.connect(ctx, { email, server: smtp_config });
      return {
        success: true,
        account: { email: made.email, status: made.status, warmup_enabled: made.warmupEnabled },
      };
    },
  );
}
