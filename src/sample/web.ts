import type { App } from '#kernel/http';
import type { Web } from '../simulation/web.ts';

/** Straight into the program, without a socket. @param before is called before each request, for time to go on */
export function overApp(app: App, before: () => void): Web {
  return {
    async ask({ method, path, headers, body, from }) {
      before();
      const answer = await app.inject({
        method,
        url: path,
        headers,
        remoteAddress: from,
        ...(body !== undefined && { payload: body }),
      });
      const { location, 'set-cookie': cookies = [] } = answer.headers;
      return {
        status: answer.statusCode,
        location: location ?? null,
        cookies: [cookies].flat().map(String),
        text: answer.payload,
      };
    },
  };
}
