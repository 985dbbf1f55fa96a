import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, Invalid, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import { files, keepUpload } from '#kernel/storage';
import { retry } from './deliver.ts';
import { publishTemplate } from './prepare.ts';
import * as videos from './service.ts';
import {
  NewVideoTemplate,
  Video,
  VideoPreview,
  VideoQuery,
  VideoRecord,
  VideoTemplate,
  VideoTemplateChange,
} from './shapes.ts';
import * as templates from './templates.ts';

const tags = ['Videos'];
const params = z.object({ id: Id });
const sceneParams = z.object({ id: Id, sceneId: Id });

export function videoRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/video-templates',
      permission: 'videos.read',
      summary: 'List video templates with their scenes',
      tags,
      answers: { 200: page(VideoTemplate) },
    },
    async (ctx) => ({ data: await templates.list(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/video-templates',
      permission: 'videos.write',
      summary: 'Make the default template of a published playbook',
      description: 'A playbook has one template; when it has one already, that is the answer.',
      tags,
      body: NewVideoTemplate,
      answers: { 201: VideoTemplate },
    },
    (ctx, { body }) => templates.create(ctx, body.playbookId),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/video-templates/:id',
      permission: 'videos.read',
      summary: 'Read one template',
      tags,
      params,
      answers: { 200: VideoTemplate },
    },
    (ctx, { params }) => templates.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PUT',
      url: '/api/v1/video-templates/:id',
      permission: 'videos.write',
      summary: 'Change a template',
      description:
        'It becomes a draft: hand-raises wait until it is published again. Videos that are made stay as they are.',
      tags,
      params,
      body: VideoTemplateChange,
      answers: { 200: VideoTemplate },
    },
    (ctx, { params, body }) => templates.save(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/video-templates/:id/publications',
      permission: 'videos.deliver',
      summary: 'Publish a template, and make the videos that waited for it',
      tags,
      params,
      answers: { 201: VideoTemplate },
    },
    (ctx, { params }) => publishTemplate(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/video-templates/:id/preview',
      permission: 'videos.read',
      summary: 'Show the scenes as one person would see them now',
      tags,
      params,
      query: z.object({ leadId: Id.optional() }),
      answers: { 200: VideoPreview },
    },
    (ctx, { params, query }) => templates.preview(ctx, params.id, query.leadId),
  );
  narrationRoutes(app);
  deliveredRoutes(app);
}

function narrationRoutes(app: App): void {
  route(
    app,
    {
      method: 'PUT',
      url: '/api/v1/video-templates/:id/scenes/:sceneId/narration',
      permission: 'videos.write',
      summary: 'Put a recorded narration under a scene',
      description: 'multipart/form-data with one audio file (MP3, M4A, Ogg, WAV or WebM).',
      tags,
      params: sceneParams,
      consumes: ['multipart/form-data'],
      answers: { 200: VideoTemplate },
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { params, request }) => {
      const entry = { workspace, actor, correlationId };
      await inWorkspace(platform, entry, (ctx) => templates.getScene(ctx, params.id, params.sceneId));
      const part = await request.file();
      if (!part) throw new Invalid([{ pointer: '/file', detail: 'Choose an audio file.' }]);
      const kept = await keepUpload(platform, entry, part, 'narration');
      if (!/^(audio\/|video\/(mp4|webm|ogg)$)/.test(kept.mediaType)) {
        await inWorkspace(platform, entry, (ctx) => files.remove(ctx, kept.fileId));
        throw new Invalid([{ pointer: '/file', detail: `This is ${kept.mediaType}, not a recording.` }]);
      }
      return inWorkspace(platform, entry, (ctx) =>
        templates.narrate(ctx, params.id, params.sceneId, kept.fileId),
      );
    },
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/video-templates/:id/scenes/:sceneId/narration',
      permission: 'videos.write',
      summary: 'Take a recorded narration away',
      tags,
      params: sceneParams,
      answers: { 200: VideoTemplate },
    },
    (ctx, { params }) => templates.narrate(ctx, params.id, params.sceneId, null),
  );
}

function deliveredRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/videos',
      permission: 'videos.read',
      summary: 'List videos with their delivery and what was watched',
      tags,
      query: VideoQuery,
      answers: { 200: page(Video) },
    },
    (ctx, { query }) => videos.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/videos/:id',
      permission: 'videos.read',
      summary: 'Read one video: scenes, what went in and from where, what was watched',
      tags,
      params,
      answers: { 200: VideoRecord },
    },
    (ctx, { params }) => videos.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/videos/:id/deliveries',
      permission: 'videos.deliver',
      summary: 'Try a refused or cancelled delivery again',
      description: 'One that may have arrived is never sent again.',
      tags,
      params,
      answers: { 201: VideoRecord },
    },
    async (ctx, { params }) => {
      await retry(ctx, params.id);
      return videos.get(ctx, params.id);
    },
  );
}
