import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as offers from './service.ts';
import { NewOffer, NewPrice, Offer, OfferChange } from './shapes.ts';

const tags = ['Offers'];
const params = z.object({ id: Id });

export function offerRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/offers',
      permission: 'offers.read',
      summary: 'List offers',
      tags,
      query: PageQuery.extend({ archived: z.stringbool().optional() }),
      answers: { 200: page(Offer) },
    },
    (ctx, { query }) => offers.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/offers',
      permission: 'offers.write',
      summary: 'Draft an offer',
      description: 'With a playbook, the playbook is what is granted, and its expert is whose offer it is.',
      tags,
      body: NewOffer,
      answers: { 201: Offer },
    },
    (ctx, { body }) => offers.create(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/offers/:id',
      permission: 'offers.read',
      summary: 'Read one offer',
      tags,
      params,
      answers: { 200: Offer },
    },
    (ctx, { params }) => offers.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/offers/:id',
      permission: 'offers.write',
      summary: 'Change an offer',
      tags,
      params,
      body: OfferChange,
      answers: { 200: Offer },
    },
    (ctx, { params, body }) => offers.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'PUT',
      url: '/api/v1/offers/:id/price',
      permission: 'offers.write',
      summary: 'Set what an offer costs',
      tags,
      params,
      body: NewPrice,
      answers: { 200: Offer },
    },
    (ctx, { params, body }) => offers.setPrice(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/offers/:id/publications',
      permission: 'offers.publish',
      summary: 'Open an offer to buyers',
      tags,
      params,
      answers: { 201: Offer },
    },
    (ctx, { params }) => offers.publish(ctx, params.id),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/offers/:id',
      permission: 'offers.publish',
      summary: 'Close an offer to new buyers',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => offers.archive(ctx, params.id),
  );
}
