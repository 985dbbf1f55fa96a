import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import { preview } from './preview.ts';
import * as campaigns from './service.ts';
import {
  Campaign,
  CampaignAnalytics,
  CampaignChange,
  CampaignQuery,
  CampaignSummary,
  NewCampaign,
  Pause,
  Preflight,
  Preview,
  PreviewQuery,
  Variant,
  VariantChange,
  VariantRewrite,
} from './shapes.ts';
import * as variants from './variants.ts';

const tags = ['Outreach'];
const params = z.object({ id: Id });

export function campaignRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/campaigns',
      permission: 'campaigns.read',
      summary: 'List campaigns',
      tags,
      query: CampaignQuery,
      answers: { 200: page(CampaignSummary) },
    },
    (ctx, { query }) => campaigns.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/campaigns',
      permission: 'campaigns.write',
      summary: 'Begin a campaign from an address and an audience',
      description:
        'A job reads the site and writes three variants. Ask for the campaign until its status is ready or failed.',
      tags,
      body: NewCampaign,
      answers: { 202: Campaign },
      bodyLimit: 12 * 1024 * 1024,
    },
    (ctx, { body }) => campaigns.create(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/campaigns/:id',
      permission: 'campaigns.read',
      summary: 'Read one campaign with its variants',
      tags,
      params,
      answers: { 200: Campaign },
    },
    (ctx, { params: { id } }) => campaigns.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/campaigns/:id',
      permission: 'campaigns.write',
      summary: 'Change a campaign',
      tags,
      params,
      body: CampaignChange,
      answers: { 200: Campaign },
    },
    (ctx, { params: { id }, body }) => campaigns.change(ctx, id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/campaigns/:id/preflights',
      permission: 'campaigns.write',
      summary: 'Look at everything that must be right before a mail leaves',
      tags,
      params,
      answers: { 200: Preflight },
    },
    (ctx, { params: { id } }) => campaigns.preflight(ctx, id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/campaigns/:id/launches',
      permission: 'campaigns.launch',
      summary: 'Launch a campaign whose preflight is green',
      tags,
      params,
      answers: { 202: Campaign },
    },
    (ctx, { params: { id } }) => campaigns.launch(ctx, id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/campaigns/:id/pauses',
      permission: 'campaigns.write',
      summary: 'Pause a campaign, or let it go on',
      tags,
      params,
      body: Pause,
      answers: { 200: Campaign },
    },
    (ctx, { params: { id }, body }) => campaigns.pause(ctx, id, body.isPaused, body.reason),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/campaigns/:id/analytics',
      permission: 'campaigns.read',
      summary: 'Count what became of a campaign, people and machines apart',
      tags,
      params,
      answers: { 200: CampaignAnalytics },
    },
    (ctx, { params: { id } }) => campaigns.analyse(ctx, id),
  );
  variantRoutes(app);
}

function variantRoutes(app: App): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/variants',
      permission: 'campaigns.write',
      summary: 'Have the variants of a campaign, or one of them, written again',
      tags,
      body: VariantRewrite,
      answers: { 202: Campaign },
    },
    (ctx, { body }) => campaigns.rewrite(ctx, body.campaignId, body.angle),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/variants/:id',
      permission: 'campaigns.read',
      summary: 'Read one variant',
      tags,
      params,
      answers: { 200: Variant },
    },
    (ctx, { params: { id } }) => variants.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/variants/:id',
      permission: 'campaigns.write',
      summary: 'Change the words or the weight of a variant',
      tags,
      params,
      body: VariantChange,
      answers: { 200: Variant },
    },
    (ctx, { params: { id }, body }) => variants.change(ctx, id, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/variants/:id/preview',
      permission: 'campaigns.read',
      summary: 'See a variant as one person would get it',
      tags,
      params,
      query: PreviewQuery,
      answers: { 200: Preview },
    },
    (ctx, { params: { id }, query }) => preview(ctx, id, query.prospect),
  );
}
