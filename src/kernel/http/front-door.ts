import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { FastifyServerFactory, FastifyServerOptions } from 'fastify';
import { correlationIdGiven } from './correlation.ts';
import { HTTPS_FROM_NOW_ON } from './headers.ts';
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
}

/** @returns whether it has taken the request; what it has not taken, the framework answers */
export type FrontDoor = (knock: Knock) => boolean;

/** Everything that a request may meet before the framework. */
export interface Doorway {
  serverFactory: FastifyServerFactory;
  /** `trustProxy` of the framework, so that both see the same visitor. */
  trust: (address: string, hop: number) => boolean;
  add(prefix: string, door: FrontDoor): void;
  /** Leaves a request that a door has taken to the framework after all; nothing may have been written yet. */
  handOver(request: IncomingMessage, response: ServerResponse): void;
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

type ServerTimes = Pick<FastifyServerOptions, 'keepAliveTimeout' | 'requestTimeout' | 'connectionTimeout'>;

/** @param secure whether the address of this installation is https: then a proxy may pass on what must be redirected first */
export function buildDoorway(trustProxy: string, secure: boolean): Doorway {
  const trust =
    trustProxy === 'off'
      ? () => false
      : proxyAddress.compile(trustProxy.split(',').map((part) => part.trim()));
  const doors: { prefix: string; door: FrontDoor }[] = [];
  let open = true;
  let framework: Parameters<FastifyServerFactory>[0];

  function takes(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    for (const { prefix, door } of doors) {
      if (!url.startsWith(prefix)) continue;
      const { headers, socket } = request;
      if (secure) {
        if (headers['x-forwarded-proto'] === 'http') return false;
        response.setHeader(HTTPS_FROM_NOW_ON.name, HTTPS_FROM_NOW_ON.value);
      }
      const query = url.indexOf('?', prefix.length);
      return door({
        rest: query < 0 ? url.slice(prefix.length) : url.slice(prefix.length, query),
        ip: headers['x-forwarded-for'] ? proxyAddress(request, trust) : (socket.remoteAddress ?? ''),
        correlationId: correlationIdGiven(headers),
        request,
        response,
      });
    }
    return false;
  }

  return {
    trust,
    add: (prefix, door) => doors.push({ prefix, door }),
    handOver: (request, response) => framework(request, response),
    shut() {
      open = false;
    },
    serverFactory(handler, options) {
      framework = handler;
      const server = createServer((request, response) => {
        if (!open || !takes(request, response)) handler(request, response);
      });
      // What the framework sets on a server that it makes itself.
      const { keepAliveTimeout, requestTimeout, connectionTimeout } = options as Required<ServerTimes>;
      Object.assign(server, { keepAliveTimeout, requestTimeout });
      server.setTimeout(connectionTimeout);
      return server;
    },
  };
}
