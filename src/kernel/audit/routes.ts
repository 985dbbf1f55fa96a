import { type App, route } from '#kernel/http';
import { page } from '#kernel/shapes';
import { verifyChain } from './chain.ts';
import { list } from './service.ts';
import { AuditEntry, AuditQuery, AuditVerdict } from './shapes.ts';

const tags = ['Audit'];

export function auditRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/audit',
      permission: 'audit.read',
      summary: 'List what was done, by whom, newest first',
      tags,
      query: AuditQuery,
      answers: { 200: page(AuditEntry) },
    },
    (ctx, { query }) => list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/audit/verdict',
      permission: 'audit.read',
      summary: 'Check that the audit log is what was written',
      tags,
      callsPerMinute: 10,
      answers: { 200: AuditVerdict },
    },
    (ctx) => verifyChain(ctx),
  );
}
