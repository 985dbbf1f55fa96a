import type { Module } from '#kernel/http';
import { conversationRoutes } from './conversations/routes.ts';
import { whenCloneAnswered, whenProspectReplied } from './emotions/listeners.ts';
import { lookAtAll, lookAtWorkspace } from './looks/jobs.ts';
import { ceoRoutes } from './routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { runTask } from './tasks/run.ts';

export const ceo: Module = {
  name: 'ceo',
  routes: [ceoRoutes, taskRoutes, conversationRoutes],
  listeners: [whenProspectReplied, whenCloneAnswered],
  jobs: [lookAtAll, lookAtWorkspace, runTask],
};
