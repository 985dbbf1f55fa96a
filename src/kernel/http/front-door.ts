import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { FastifyServerFactory } from 'fastify';
import { correlationIdGiven } from './correlation.ts';
import type { App } from './module.ts';

/** A request that came to a front door. */
export interface Knock {
  /** What follows the prefix, up to the question mark, as it was sent. */
  rest: string;
  /** The visitor's address, seen through trusted proxies as everywhere. */
  ip: string;
  /** The caller's correlation id, when it gave one. */
  correlationId: string | undefined;
  request: IncomingMessage;
  response: ServerResponse;
  /** Leaves the answer to the framework after all. */
  handOver: () => void;
}

/** @returns whether it has taken the request; what it has not taken, the framework answers */
export type FrontDoor = (knock: Knock) => boolean;

/** Everything that a request may meet before the framework. */
export interface Doorway {
  serverFactory: FastifyServerFactory;
  /** `trustProxy` of the framework, so that both see the same visitor. */
  trust: (address: string, hop: number) => boolean;
  add(prefix: string, door: FrontDoor): void;
  /** From now on the framework answers everything: it knows how to say that we are closing. */
  shut(): void;
}

/**
 * Opens an address before the framework: for the one kind that is called more often than all others together and whose
 * answer is a few headers. Such an address has its route, too. The door takes the plain case, and what it does not take
 * (unknown, malformed, refused, while closing) goes the way of everything else. docs/decisions/0011 has the figures.
 */
export function frontDoor(app: App, prefix: string, door: FrontDoor): void {
  app.doorway.add(prefix, door);
}

/** @param secure whether the address of this installation is https: then a proxy may pass on what must be redirected first */
export function buildDoorway(trustProxy: string, secure: boolean): Doorway {
  const trust =
    trustProxy === 'off'
      ? () => false
      : proxyAddress.compile(trustProxy.split(',').map((part) => part.trim()));
  const doors: { prefix: string; door: FrontDoor }[] = [];
  let open = true;

  function takes(request: IncomingMessage, response: ServerResponse, handOver: () => void): boolean {
    const { url = '', method } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    for (const { prefix, door } of doors) {
      if (!url.startsWith(prefix)) continue;
      const { headers, socket } = request;
      if (secure && headers['x-forwarded-proto'] === 'http') return false;
      const query = url.indexOf('?', prefix.length);
      return door({
        rest: query < 0 ? url.slice(prefix.length) : url.slice(prefix.length, query),
        ip: headers['x-forwarded-for'] ? proxyAddress(request, trust) : (socket.remoteAddress ?? ''),
        correlationId: correlationIdGiven(headers),
        request,
        response,
        handOver,
      });
    }
    return false;
  }

  return {
    trust,
    add: (prefix, door) => doors.push({ prefix, door }),
    shut() {
      open = false;
    },
    serverFactory(framework, { keepAliveTimeout, requestTimeout, connectionTimeout }) {
      const server = createServer((request, response) => {
        const handOver = () => framework(request, response);
        if (!open || !takes(request, response, handOver)) handOver();
      });
      server.keepAliveTimeout = keepAliveTimeout ?? server.keepAliveTimeout;
      server.requestTimeout = requestTimeout ?? server.requestTimeout;
      server.setTimeout(connectionTimeout ?? 0);
      return server;
    },
  };
}
