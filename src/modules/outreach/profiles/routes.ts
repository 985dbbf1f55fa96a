import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as profiles from './service.ts';
import {
  ClaimChange,
  CustomerProfile,
  CustomerProfileChange,
  CustomerQuery,
  NewCustomerProfile,
  NewSiteProfile,
  SiteProfile,
  SiteProfileSummary,
} from './shapes.ts';

const tags = ['Outreach'];
const params = z.object({ id: Id });

export function profileRoutes(app: App): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/site-profiles',
      permission: 'campaigns.write',
      summary: 'Read what a site sells, to whom, with what proof',
      description:
        'A job opens a few pages; every claim keeps its sentence and address. Ask for it until its state is ready, refused or failed.',
      tags,
      body: NewSiteProfile,
      answers: { 202: SiteProfile },
    },
    (ctx, { body }) => profiles.begin(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/site-profiles',
      permission: 'campaigns.read',
      summary: 'List profiles of sites',
      tags,
      query: PageQuery,
      answers: { 200: page(SiteProfileSummary) },
    },
    (ctx, { query }) => profiles.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/site-profiles/:id',
      permission: 'campaigns.read',
      summary: 'Read one profile with its claims and suggested customers',
      tags,
      params,
      answers: { 200: SiteProfile },
    },
    (ctx, { params: { id } }) => profiles.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/site-profiles/:id/claims/:claimId',
      permission: 'campaigns.write',
      summary: 'Strike a claim out, or let it stand again',
      tags,
      params: z.object({ id: Id, claimId: Id }),
      body: ClaimChange,
      answers: { 200: SiteProfile },
    },
    (ctx, { params: { id, claimId }, body }) => profiles.strike(ctx, id, claimId, body.isStruck),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/customer-profiles',
      permission: 'campaigns.read',
      summary: 'List kinds of customers',
      tags,
      query: CustomerQuery,
      answers: { 200: page(CustomerProfile) },
    },
    (ctx, { query }) => profiles.listCustomers(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/customer-profiles',
      permission: 'campaigns.write',
      summary: 'Write down a kind of customer',
      tags,
      body: NewCustomerProfile,
      answers: { 201: CustomerProfile },
    },
    (ctx, { body }) => profiles.addCustomer(ctx, body),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/customer-profiles/:id',
      permission: 'campaigns.write',
      summary: 'Change a kind of customer',
      tags,
      params,
      body: CustomerProfileChange,
      answers: { 200: CustomerProfile },
    },
    (ctx, { params: { id }, body }) => profiles.changeCustomer(ctx, id, body),
  );
}
