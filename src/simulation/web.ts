import { Agent, request as ask } from 'undici';

/** One request, as somebody's browser or a machine makes it. */
export interface Asked {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Address of who asks, as the server shall see it. */
  from: string;
}

export interface Answered {
  status: number;
  location: string | null;
  /** Lines of `Set-Cookie`. */
  cookies: string[];
  text: string;
}

/** A way to the program: over a socket, or straight into it. */
export interface Web {
  ask(asked: Asked): Promise<Answered>;
}

/** Raised when the program answers something that it should not have, or not at all. */
export class Unexpected extends Error {
  constructor(
    { method, path }: Pick<Asked, 'method' | 'path'>,
    { status, text }: Pick<Answered, 'status' | 'text'>,
  ) {
    super(`${method} ${path} was answered with ${status}: ${text.slice(0, 300)}`);
    this.name = 'Unexpected';
  }
}

/** Over HTTP. The address of who asks stands in X-Forwarded-For, which the program believes of its own machine. */
export function overHttp(baseUrl: string, connections: number): Web & { close(): Promise<void> } {
  const dispatcher = new Agent({ connections });
  return {
    async ask({ method, path, headers, body, from }) {
      const answer = await ask(new URL(path, baseUrl), {
        method,
        headers: { ...headers, 'x-forwarded-for': from },
        dispatcher,
        ...(body !== undefined && { body }),
      });
      const { location, 'set-cookie': cookies = [] } = answer.headers;
      return {
        status: answer.statusCode,
        location: typeof location === 'string' ? location : null,
        cookies: [cookies].flat(),
        text: await answer.body.text(),
      };
    },
    close: () => dispatcher.close(),
  };
}
