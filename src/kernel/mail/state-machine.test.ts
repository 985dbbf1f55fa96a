import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MailHouse, openMailHouse } from '../../../tests/support/mail-house.ts';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { cancelMessage, queueMessage, type Stream, suppress } from './index.ts';
import { settleAbandonedMessages } from './send.ts';

// A plain model of what may become of messages, run beside the real thing: real database, real server, dying senders.

type State = 'queued' | 'sending' | 'sent' | 'held' | 'bounced' | 'unconfirmed' | 'cancelled';
type Word = 'take' | 'later' | 'nobody' | 'hang-up-before' | 'hang-up-after';
type Crash = 'none' | 'before' | 'after';

interface ModelMessage {
  id: string;
  email: string;
  stream: Stream;
  state: State;
  dueMs: number;
  claimedMs: number;
  attempts: number;
  arrived: number;
}

interface Model {
  nowMs: number;
  messages: ModelMessage[];
  stopped: Map<string, Set<string>>;
}

interface Real {
  house: MailHouse;
  server: MailServer;
}

type Command = fc.AsyncCommand<Model, Real>;

const MINUTE_MS = 60_000;
const RETRY_AFTER_MINUTES = [1, 5, 15, 60, 180, 360];
const STREAMS: Stream[] = ['transactional', 'marketing', 'outreach'];
let people = 0;

const isStopped = ({ stopped }: Model, email: string, stream: Stream) =>
  stopped.get(email)?.has('all') || stopped.get(email)?.has(stream) || false;

const stop = (model: Model, email: string, stream: string) => {
  model.stopped.set(email, (model.stopped.get(email) ?? new Set()).add(stream));
  for (const message of model.messages) {
    if (message.email === email && message.state === 'queued' && isStopped(model, email, message.stream)) {
      message.state = 'held';
    }
  }
};

async function agree(model: Model, { house, server }: Real): Promise<void> {
  const ids = model.messages.map(({ id }) => id);
  const rows = await house.query<{ id: string; state: State; reason: string | null }>(
    'select id, state, reason from app.messages where id = any ($1) order by id',
    [ids],
  );
  const real = rows.map(({ id, state }) => ({
    id,
    state,
    arrived: server.arrived.filter(({ raw }) => raw.includes(id)).length,
  }));
  const modelled = [...model.messages].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(real).toEqual(modelled.map(({ id, state, arrived }) => ({ id, state, arrived })));
  for (const { state, reason } of rows) {
    if (!['queued', 'sending', 'sent'].includes(state)) expect(reason).toBeTruthy();
  }
}

const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check = (_: Model) => true,
): Command => ({
  check,
  toString: () => name,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real);
  },
});

const queueOne = (streamIndex: number, sameAs: number | null, delayMinutes: number): Command =>
  command(`queue(${STREAMS[streamIndex]}, ${sameAs}, +${delayMinutes}m)`, async (model, { house }) => {
    const known = sameAs === null ? undefined : model.messages[sameAs % Math.max(1, model.messages.length)];
    // Whoever has a message waiting or on its way gets no second one: who bounces first would be a matter of luck.
    const busy =
      known &&
      model.messages.some(({ email, state }) => email === known.email && /queued|sending/.test(state));
    people += 1;
    const email = known && !busy ? known.email : `model${people}@example.com`;
    const stream = STREAMS[streamIndex] ?? 'transactional';
    const dueMs = model.nowMs + delayMinutes * MINUTE_MS;
    const { id } = await house.inWorkspace((ctx) =>
      queueMessage(ctx, {
        stream,
        kind: 'x',
        to: { email },
        subject: 's',
        text: 't',
        sendAt: new Date(dueMs),
      }),
    );
    const state = isStopped(model, email, stream) ? 'held' : 'queued';
    model.messages.push({ id, email, stream, state, dueMs, claimedMs: 0, attempts: 0, arrived: 0 });
  });

const work = (word: Word, crash: Crash): Command =>
  command(`work(server: ${word}, sender dies: ${crash})`, async (model, { house, server }) => {
    const { mail } = house.platform;
    const { deliver } = mail;
    server.onRecipient = () =>
      word === 'later'
        ? { code: 451, text: '4.3.0 later' }
        : word === 'nobody'
          ? { code: 550, text: '5.1.1 nobody' }
          : word === 'hang-up-before'
            ? 'hang-up'
            : null;
    server.onMail = () => (word === 'hang-up-after' ? 'hang-up' : null);
    if (crash !== 'none') {
      mail.deliver = async (...parts) => {
        if (crash === 'after') await deliver(...parts);
        throw new Error('the process died');
      };
    }
    await house.settle();
    mail.deliver = deliver;
    for (const message of model.messages) {
      if (message.state !== 'queued' || message.dueMs > model.nowMs) continue;
      message.attempts += 1;
      message.claimedMs = model.nowMs;
      if (crash !== 'before' && (word === 'take' || word === 'hang-up-after')) message.arrived += 1;
      if (crash !== 'none') message.state = 'sending';
      else if (word === 'take') message.state = 'sent';
      else if (word === 'hang-up-after') message.state = 'unconfirmed';
      else if (word === 'nobody') {
        message.state = 'bounced';
        stop(model, message.email, 'all');
      } else message.dueMs = model.nowMs + (RETRY_AFTER_MINUTES[message.attempts - 1] ?? 360) * MINUTE_MS;
    }
  });

const pass = (minutes: number): Command =>
  command(`pass(${minutes} minutes)`, async (model, { house }) => {
    house.clock.advance({ minutes });
    model.nowMs += minutes * MINUTE_MS;
  });

const sweep: Command = command('sweep', async (model, { house }) => {
  await settleAbandonedMessages(house.platform);
  for (const message of model.messages) {
    if (message.state === 'sending' && message.claimedMs < model.nowMs - 5 * MINUTE_MS)
      message.state = 'unconfirmed';
  }
});

const suppressOne = (index: number, stream: Stream | 'all'): Command =>
  command(
    `suppress(${index}, ${stream})`,
    async (model, { house }) => {
      const { email } = model.messages[index % model.messages.length]!;
      await house.inWorkspace((ctx) => suppress(ctx, { email, stream, reason: 'manual' }));
      stop(model, email, stream);
    },
    ({ messages }) => messages.length > 0,
  );

const cancelOne = (index: number): Command =>
  command(
    `cancel(${index})`,
    async (model, { house }) => {
      const message = model.messages[index % model.messages.length]!;
      const stopped = await house.inWorkspace((ctx) => cancelMessage(ctx, message.id, 'They answered.'));
      expect(stopped).toBe(message.state === 'queued' || message.state === 'held');
      if (stopped) message.state = 'cancelled';
    },
    ({ messages }) => messages.length > 0,
  );

const number = fc.nat({ max: 20 });
const queued = fc
  .tuple(fc.nat({ max: 2 }), fc.option(number), fc.constantFrom(0, 0, 0, 0, 3, 90))
  .map((parts) => queueOne(...parts));
const worked = fc
  .tuple(
    fc.constantFrom<Word>('take', 'later', 'nobody', 'hang-up-before', 'hang-up-after'),
    fc.constantFrom<Crash>('none', 'none', 'none', 'before', 'after'),
  )
  .map((parts) => work(...parts));
const suppressed = fc
  .tuple(number, fc.constantFrom<Stream | 'all'>(...STREAMS, 'all'))
  .map((parts) => suppressOne(...parts));
const passed = fc.constantFrom(1, 6, 70).map(pass);
// Said twice is said more often: without messages under way the rest has nothing to break.
const commands = fc.commands(
  [
    queued,
    queued,
    queued,
    worked,
    worked,
    worked,
    passed,
    passed,
    suppressed,
    number.map(cancelOne),
    fc.constant(sweep),
  ],
  { maxCommands: 30, size: 'max' },
);

let real: Real;
beforeAll(async () => {
  const server = await startMailServer();
  const { url } = server;
  real = {
    server,
    house: await openMailHouse({ smtp: { transactional: url, marketing: url, outreach: url } }),
  };
});
afterAll(async () => {
  await real.house.close();
  await real.server.close();
});

it('whatever happens, a message is never sent twice, never lost, and says why it waits', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (plan) => {
      const { house, server } = real;
      house.clock.set(new Date(Math.max(house.clock.now().getTime(), Date.now())));
      server.arrived = [];
      const model: Model = { nowMs: house.clock.now().getTime(), messages: [], stopped: new Map() };
      for (const stream of [0, 1, 2]) await queueOne(stream, null, 0).run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), plan);
      // A calm day afterwards: whatever could still go has gone, and only riddles stay riddles.
      for (const step of [pass(400), sweep, work('take', 'none'), pass(400), sweep, work('take', 'none')])
        await step.run(model, real);
      expect(model.messages.filter(({ state }) => state === 'queued' || state === 'sending')).toEqual([]);
      expect(model.messages.filter(({ arrived }) => arrived > 1)).toEqual([]);
    }),
    { numRuns: 15, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  );
}, 120_000);
