import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as corrections from './corrections.ts';
import { assertOwn, listOwn } from './own.ts';
import * as clones from './service.ts';
import {
  Clone,
  CloneChange,
  CloneRecord,
  Correction,
  NewClone,
  NewCorrection,
  NewTestQuestion,
  Question,
  TestQuestion,
  TestRun,
  Turn,
} from './shapes.ts';
import * as tests from './test-runs.ts';
import * as turns from './turns.ts';

const tags = ['Clones'];
const params = z.object({ id: Id });
/** Experts see what was asked, not who asked. */
const OwnTurn = Turn.omit({ lead: true }).meta({ id: 'OwnCloneTurn' });

export function cloneRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/clones',
      permission: 'clones.read',
      summary: 'List clones',
      tags,
      answers: { 200: page(Clone) },
    },
    async (ctx) => ({ data: await clones.list(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones',
      permission: 'clones.write',
      summary: 'Give a playbook a clone',
      tags,
      body: NewClone,
      answers: { 201: CloneRecord },
    },
    (ctx, { body }) => clones.create(ctx, body.playbookId),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/clones/:id',
      permission: 'clones.read',
      summary: 'Read one clone with its last test run',
      tags,
      params,
      answers: { 200: CloneRecord },
    },
    (ctx, { params }) => clones.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/clones/:id',
      permission: 'clones.write',
      summary: 'Change a clone',
      tags,
      params,
      body: CloneChange,
      answers: { 200: CloneRecord },
    },
    (ctx, { params, body }) => clones.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones/:id/publications',
      permission: 'clones.publish',
      summary: 'Show a clone to readers',
      tags,
      params,
      answers: { 201: CloneRecord },
    },
    (ctx, { params }) => clones.publish(ctx, params.id),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/clones/:id/publications',
      permission: 'clones.publish',
      summary: 'Pause a clone',
      tags,
      params,
      answers: { 200: CloneRecord },
    },
    (ctx, { params }) => clones.pause(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/clones/:id/turns',
      permission: 'clones.read',
      summary: 'List what was asked and answered, newest first',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(Turn) },
    },
    (ctx, { params, query }) => turns.list(ctx, params.id, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones/:id/turns',
      permission: 'clones.write',
      summary: 'Try the clone; counts for nobody',
      tags,
      params,
      body: z.object({ question: Question }),
      answers: { 201: Turn },
      transaction: false,
    },
    (ctx, { params, body }) => turns.tryOut(ctx.platform, ctx, params.id, body.question),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/clones/:id/questions',
      permission: 'clones.read',
      summary: 'List the test set',
      tags,
      params,
      answers: { 200: page(TestQuestion) },
    },
    async (ctx, { params }) => ({ data: await corrections.listQuestions(ctx, params.id), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones/:id/questions',
      permission: 'clones.write',
      summary: 'Add a question to the test set',
      tags,
      params,
      body: NewTestQuestion,
      answers: { 201: TestQuestion },
    },
    (ctx, { params, body }) => corrections.addQuestion(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/clone-questions/:id',
      permission: 'clones.write',
      summary: 'Take a question out of the test set',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => corrections.removeQuestion(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones/:id/test-runs',
      permission: 'clones.write',
      summary: 'Run the test set',
      tags,
      params,
      answers: { 201: TestRun },
    },
    async (ctx, { params }) => {
      await clones.getRow(ctx, params.id);
      return tests.begin(ctx, params.id);
    },
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/clones/:id/corrections',
      permission: 'clones.write',
      summary: 'Say what the right answer is',
      tags,
      params,
      body: NewCorrection,
      answers: { 201: Correction },
    },
    (ctx, { params, body }) => corrections.correct(ctx, params.id, body),
  );
}

/** What an expert may do with the clone of their own method. */
export function ownCloneRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/own-clones',
      permission: 'own-clone.correct',
      summary: 'List the clones of your own method',
      tags,
      answers: { 200: page(Clone) },
    },
    async (ctx) => ({ data: await listOwn(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/own-clones/:id/turns',
      permission: 'own-clone.correct',
      summary: 'List what your clone was asked',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(OwnTurn) },
    },
    async (ctx, { params, query }) => {
      await assertOwn(ctx, params.id);
      return turns.list(ctx, params.id, query);
    },
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/own-clones/:id/corrections',
      permission: 'own-clone.correct',
      summary: 'Say what you would have answered',
      tags,
      params,
      body: NewCorrection,
      answers: { 201: Correction },
    },
    async (ctx, { params, body }) => {
      await assertOwn(ctx, params.id);
      return corrections.correct(ctx, params.id, body);
    },
  );
}
