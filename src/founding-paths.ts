import { type App, factOf } from '#kernel/http';
import { engineAliases } from './founding-engine.ts';
import { outreachAliases } from './founding-outreach.ts';

/**
 * The paths that the founding documents name, as aliases over the verbs of version 1: the same permissions, the same
 * limits, the same audit. Errors are `{ detail }` there.
 */
export async function foundingPaths(app: App): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      const fact = factOf(error);
      if (!fact) request.log.error({ err: error }, 'unexpected error');
      const fields = fact?.errors?.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`) ?? [];
      const detail = [fact?.message ?? 'Something broke on our side.', ...fields].join(' ');
      return reply
        .code(fact?.status ?? 500)
        .headers(fact?.headers ?? {})
        .type('application/json')
        .serializer(JSON.stringify)
        .send({ detail });
    });
    outreachAliases(scope as unknown as App);
    engineAliases(scope as unknown as App);
  });
}
