import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as tasks from './service.ts';
import { NewTask, Task, TaskChange, TaskQuery } from './shapes.ts';

const tags = ['Tasks'];
const params = z.object({ id: Id });

export function taskRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/tasks',
      permission: 'tasks.read',
      summary: 'List tasks, newest first',
      tags,
      query: TaskQuery,
      answers: { 200: page(Task) },
    },
    (ctx, { query }) => tasks.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/tasks',
      permission: 'tasks.write',
      summary: 'Add a task',
      tags,
      body: NewTask,
      answers: { 201: Task },
    },
    (ctx, { body }) => tasks.create(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/tasks/:id',
      permission: 'tasks.read',
      summary: 'Read one task',
      tags,
      params,
      answers: { 200: Task },
    },
    (ctx, { params: { id } }) => tasks.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/tasks/:id',
      permission: 'tasks.write',
      summary: 'Change a task, or say that it is done, cancelled or open again',
      tags,
      params,
      body: TaskChange,
      answers: { 200: Task },
    },
    (ctx, { params: { id }, body }) => tasks.change(ctx, id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/tasks/:id/retries',
      permission: 'tasks.write',
      summary: 'Try a failed task once more',
      tags,
      params,
      answers: { 200: Task },
    },
    (ctx, { params: { id } }) => tasks.retry(ctx, id),
  );
}
