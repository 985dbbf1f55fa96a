import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, route } from '#kernel/http';
import { Prose } from '#kernel/shapes';
import { leads } from '#modules/capture';
import { conversations, emotions, looks, tasks } from '#modules/ceo';
import { plans } from '#modules/conversion';
import { posts } from '#modules/distribution';
import { ignored, ok, percent, tags } from './founding-shapes.ts';

/** The CEO, posts and plans. */
export function engineAliases(app: App): void {
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
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/chat/message', permission: 'conversations.write', tags, hidden: true },
      summary: 'Ask the CEO; question and answer are kept',
      body: z.object({ ...ignored, content: Prose(2_000).trim().min(1, 'Ask something.') }),
      answers: ok,
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId, access }, { body }) => {
      const entry = { workspace, actor, correlationId };
      const { id } = await inWorkspace(platform, entry, (ctx) => conversations.create(ctx, {}));
      const said = await conversations.say(platform, entry, id, body.content, access.permissions);
      return {
        message: said.message.content,
        response: said.response.content,
        answer: said.response.answer,
        conversationId: id,
      };
    },
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/ai/emotion/detect', permission: 'insights.read', tags, hidden: true },
      summary: 'Say how a text sounds',
      body: z.object({
        ...ignored,
        text: Prose(20_000)
          .trim()
          .min(1, 'Send the text. Faces are not read: no picture says what somebody feels.'),
        imageData: z.unknown().optional(),
      }),
      answers: ok,
    },
    async (_ctx, { body }) => {
      const { emotion, confidence, provider } = emotions.detect(body.text);
      return { emotion, confidence, provider };
    },
  );
}
