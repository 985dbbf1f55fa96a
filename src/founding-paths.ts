import { z } from 'zod';
import type { Context } from '#context';
import { inWorkspace } from '#kernel/database';
import { type App, Fact, factOf, route, type WorkspaceContext } from '#kernel/http';
import { EmailAddress, Line, Prose } from '#kernel/shapes';
import { leads } from '#modules/capture';
import { looks, tasks } from '#modules/ceo';
import { plans } from '#modules/conversion';
import { posts } from '#modules/distribution';
import { campaigns, mailboxes, prospects } from '#modules/outreach';

/** The campaign stands, and its site gave nothing to write from. */
class SiteUnreadable extends Fact {
  override readonly status = 422;
  override readonly title = 'The site could not be read';
}

/** Whatever a client of those documents sends beyond what is needed never widens what it may do. */
const ignored = { user_id: z.unknown().optional(), organizationId: z.unknown().optional() };
/** An address as people type it; https when they leave that out. */
const Address = z
  .string()
  .trim()
  .max(2_000)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, message: 'Write a web address like https://example.com.' }));
const Answer = z.record(z.string(), z.any());
const ok = { 200: Answer };
const tags = ['Founding paths'];

/**
 * The paths that the founding documents name, as aliases over the verbs of version 1: the same permissions, the same
 * limits, the same audit. Errors are `{ detail }` there.
 */
export async function foundingPaths(app: App): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      const fact = factOf(error);
      if (!fact) request.log.error({ err: error }, 'unexpected error');
      const fields = fact?.errors?.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`) ?? [];
      const detail = [fact?.message ?? 'Something broke on our side.', ...fields].join(' ');
      return reply
        .code(fact?.status ?? 500)
        .headers(fact?.headers ?? {})
        .type('application/json')
        .serializer(JSON.stringify)
        .send({ detail });
    });
    outreach(scope as unknown as App);
    engine(scope as unknown as App);
  });
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;

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

function outreach(app: App): void {
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
    async (call, { body }) => {
      const { id } = await inside(call, (ctx) =>
        campaigns.create(ctx, {
          url: body.url,
          audience: body.target_audience,
          ...(body.leads_csv && { leadsCsv: body.leads_csv }),
        }),
      );
      const made = await campaigns.whenPrepared(call.platform, call.workspace.id, id);
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
      const { data } = await campaigns.list(ctx, { limit: 200 });
      const named = data.find(({ id, name }) => id === body.campaign_name || name === body.campaign_name);
      const [known] = named ? (await campaigns.get(ctx, named.id)).listIds : [];
      const lead_list_id = known ?? (await prospects.createList(ctx, body.campaign_name, 'api'));
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

function engine(app: App): void {
  route(
    app,
    {
      ...{
        method: 'POST',
        url: '/api/integrations/linkedin/post',
        permission: 'posts.write',
        tags,
        hidden: true,
      },
      summary: 'Keep a post for LinkedIn; without an account it stays a draft, and says so',
      body: z.object({ ...ignored, text: Prose(3_000).trim().min(1, 'Write something here.') }),
      answers: ok,
    },
    async (ctx, { body }) => {
      const { id, state, waitReason } = await posts.draft(ctx, { channel: 'linkedin', body: body.text });
      return { postId: id, state, reason: waitReason };
    },
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/agentic/analyze', permission: 'insights.write', tags, hidden: true },
      summary: 'Have the CEO look now',
      body: z.object(ignored).nullish(),
      answers: ok,
    },
    async (ctx) => {
      await looks.look(ctx, 'asked');
      const seen = await looks.listInsights(ctx, { state: 'open', limit: 50 });
      const proposed = await looks.listProposals(ctx);
      return {
        insights: seen.data.map(({ type, confidence, title, statement, evidence }) => ({
          ...{ type, confidence, title, statement, evidence },
        })),
        actions: proposed.map(({ id, kind, title, state, asksBecause }) => ({
          ...{ id, type: kind, title, state, asksBecause },
        })),
      };
    },
  );
  route(
    app,
    {
      ...{
        method: 'GET',
        url: '/api/neural-network/learn/:organizationId',
        permission: 'analytics.read',
        tags,
        hidden: true,
      },
      summary: 'What was learned so far, and by which model',
      params: z.object({ organizationId: z.string().max(200) }),
      answers: ok,
    },
    async (ctx) => {
      const { total, byStage } = await leads.counts(ctx);
      const { completed, failed } = await tasks.countEnded(ctx);
      return {
        conversionRate: percent(byStage.customer ?? 0, total),
        taskSuccessRate: percent(completed, completed + failed),
        // Nothing was trained yet, so nothing was measured: the founding heuristic stands, and says so.
        accuracy: null,
        model: leads.FOUNDING_HEURISTIC,
      };
    },
  );
  route(
    app,
    {
      ...{
        method: 'POST',
        url: '/api/stripe/create-checkout',
        permission: 'organization.billing',
        tags,
        hidden: true,
      },
      summary: 'Open the checkout of a plan',
      body: z.object({
        ...ignored,
        plan: z.enum(['pro', 'enterprise']),
        successUrl: z.url().max(2_000),
        cancelUrl: z.url().max(2_000),
      }),
      answers: ok,
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { body }) => {
      const { id, url } = await plans.openPlanCheckout(platform, correlationId, {
        organizationId: workspace.organizationId ?? '',
        plan: body.plan,
        email: actor.kind === 'user' ? actor.email : null,
      });
      return { sessionId: id, url };
    },
  );
}

const inside = <T>(
  { platform, workspace, actor, correlationId }: WorkspaceContext,
  work: (ctx: Context) => Promise<T>,
): Promise<T> => inWorkspace(platform, { workspace, actor, correlationId }, work);
