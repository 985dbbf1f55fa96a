import { type Answered, type Asked, Unexpected, type Web } from './web.ts';

/** A browser with somebody before it: an address, a device, and cookies that it keeps. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  /** Sends JSON, as the scripts of a page do. @throws Unexpected when it is refused */
  tell(path: string, body: object): Promise<Answered>;
  /** Sends a form, as a page without script does. @throws Unexpected when it is refused */
  submit(path: string, fields: Record<string, string>): Promise<Answered>;
  /** Sends one request as it is. */
  ask(asked: Pick<Asked, 'method' | 'path'> & Partial<Asked>): Promise<Answered>;
}

export interface Device {
  /** Network address. */
  from: string;
  userAgent: string;
}

/** Opens a browser. */
export function visitor(web: Web, { from, userAgent }: Device): Visitor {
  const cookies = new Map<string, string>();

  const ask: Visitor['ask'] = async ({ method, path, headers = {}, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await web.ask({
      method,
      path,
      from,
      headers: { 'user-agent': userAgent, ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const line of answer.cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    return answer;
  };
  const send = async (path: string, type: string, body: string): Promise<Answered> => {
    const asked = { method: 'POST' as const, path, headers: { 'content-type': type, accept: ACCEPT }, body };
    const answer = await ask(asked);
    if (answer.status >= 400) throw new Unexpected(asked, answer);
    return answer;
  };

  return {
    ask,
    get: (path, headers = {}) => ask({ method: 'GET', path, headers: { accept: ACCEPT, ...headers } }),
    tell: (path, body) => send(path, 'application/json', JSON.stringify(body)),
    submit: (path, fields) =>
      send(path, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
  };
}

const ACCEPT = 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8';
