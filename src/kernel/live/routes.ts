import { z } from 'zod';
import { type App, route } from '#kernel/http';

const BEAT_MS = 25_000;

/** Server-sent events: what changed in this workspace, as topic and ids. */
export function liveRoutes(app: App): void {
  const open = new Set<() => void>();
  // Streams never end by themselves, so they must be ended before the server can drain.
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/live',
      permission: 'workspace.read',
      summary: 'Follow changes as server-sent events',
      description:
        'Each event carries a topic and ids. After a gap the topic "reconnected" asks to read anew.',
      tags: ['Live'],
      query: z.object({
        workspace: z.string().max(63).optional().describe('workspace, where a header cannot be sent'),
      }),
      answers: { 200: z.any().describe('text/event-stream') },
      transaction: false,
    },
    async ({ platform, workspace }, { request, reply }) => {
      reply.hijack();
      const stream = reply.raw;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) stream.setHeader(name, value);
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write('retry: 2000\n\n');
      const unsubscribe = platform.live.subscribe(workspace.id, (update) => {
        stream.write(`data: ${JSON.stringify(update)}\n\n`);
      });
      const beat = setInterval(() => stream.write(': beat\n\n'), BEAT_MS);
      const end = () => {
        clearInterval(beat);
        unsubscribe();
        open.delete(end);
        stream.end();
      };
      open.add(end);
      request.raw.once('close', end);
      return undefined;
    },
  );
}
