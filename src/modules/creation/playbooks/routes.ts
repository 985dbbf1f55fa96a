import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as extraction from '../extraction/service.ts';
import * as reviews from '../reviews/service.ts';
import { Review } from '../reviews/shapes.ts';
import * as drafts from './drafts.ts';
import * as playbooks from './service.ts';
import {
  DraftSave,
  DraftSaved,
  Extraction,
  Fixed,
  NewPlaybook,
  NewVersion,
  Playbook,
  PlaybookChange,
  PlaybookSummary,
  Version,
  VersionWithContent,
} from './shapes.ts';
import * as versions from './versions.ts';

const tags = ['Playbooks'];
const params = z.object({ id: Id });

export function playbookRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/playbooks',
      permission: 'playbooks.read',
      summary: 'List playbooks',
      tags,
      query: PageQuery.extend({ q: z.string().max(200).optional(), archived: z.stringbool().optional() }),
      answers: { 200: page(PlaybookSummary) },
    },
    (ctx, { query }) => playbooks.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks',
      permission: 'playbooks.write',
      summary: 'Start a playbook',
      tags,
      body: NewPlaybook,
      answers: { 201: Playbook },
    },
    (ctx, { body }) => playbooks.create(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/playbooks/:id',
      permission: 'playbooks.read',
      summary: 'Read one playbook with its draft',
      tags,
      params: z.object({ id: z.string().min(1).max(63).describe('id or slug') }),
      answers: { 200: Playbook },
    },
    (ctx, { params }) => playbooks.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/playbooks/:id',
      permission: 'playbooks.write',
      summary: 'Change the settings of a playbook',
      tags,
      params,
      body: PlaybookChange,
      answers: { 200: Playbook },
    },
    (ctx, { params, body }) => playbooks.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/playbooks/:id',
      permission: 'playbooks.write',
      summary: 'Archive a playbook; can be undone',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => playbooks.archive(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks/:id/restorations',
      permission: 'playbooks.write',
      summary: 'Bring a version back as the draft, or un-archive',
      tags,
      params,
      body: z.object({ versionId: Id.optional() }),
      answers: { 201: Playbook },
    },
    (ctx, { params, body }) =>
      body.versionId ? versions.restore(ctx, params.id, body.versionId) : playbooks.unarchive(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PUT',
      url: '/api/v1/playbooks/:id/draft',
      permission: 'playbooks.write',
      summary: 'Save the draft',
      description: 'Names the revision it was typed on; a stale one is refused and nothing is lost.',
      tags,
      params,
      body: DraftSave,
      bodyLimit: 5_000_000,
      answers: { 200: DraftSaved },
    },
    (ctx, { params, body }) => drafts.save(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks/:id/fixes',
      permission: 'playbooks.write',
      summary: 'Apply the fix of a finding',
      tags,
      params,
      body: z.object({ revision: z.number().int().min(0), findingId: z.string().min(1).max(300) }),
      answers: { 200: Fixed },
    },
    (ctx, { params, body }) => drafts.applyFix(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/playbooks/:id/review',
      permission: 'reviews.read',
      summary: 'Read the newest review of the draft',
      tags,
      params,
      answers: { 200: Review },
    },
    (ctx, { params }) => reviews.latest(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks/:id/extractions',
      permission: 'playbooks.write',
      summary: 'Compose a draft out of sources',
      tags,
      params,
      body: z.object({ sourceIds: z.array(Id).max(50).default([]) }),
      answers: { 202: Extraction },
    },
    (ctx, { params, body }) => extraction.start(ctx, params.id, body.sourceIds),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/extractions/:id',
      permission: 'playbooks.read',
      summary: 'Follow an extraction',
      tags,
      params,
      answers: { 200: Extraction },
    },
    (ctx, { params }) => extraction.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks/:id/versions',
      permission: 'playbooks.publish',
      summary: 'Publish the draft as a version',
      tags,
      params,
      body: NewVersion,
      answers: { 201: Version },
    },
    (ctx, { params, body }) => versions.publish(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/playbooks/:id/versions',
      permission: 'playbooks.read',
      summary: 'List the versions of a playbook',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(Version) },
    },
    (ctx, { params, query }) => versions.list(ctx, params.id, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/versions/:id',
      permission: 'playbooks.read',
      summary: 'Read one version with its content',
      tags,
      params,
      answers: { 200: VersionWithContent },
    },
    (ctx, { params }) => versions.getVersion(ctx, params.id),
  );
}
