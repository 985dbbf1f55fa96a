import { sql } from 'drizzle-orm';
import { newId } from '#kernel/database';
import type { TestHouse } from './harness.ts';
import { type Filled, NOON, put, type Row } from './rows.ts';

/** Clicks, mails and answers. */
export async function fillMail(house: TestHouse, { leads }: Filled): Promise<void> {
  const of = (name: string) => leads[name] as string;
  const links = await house.inWorkspace(({ db }) =>
    db.execute<{ id: string; slug: string }>(sql`select id, slug from app.links`),
  );
  const linkOf = (slug: string) => links.rows.find((link) => link.slug === slug)?.id;
  const click = (slug: string, bot = false) => ({
    link_id: linkOf(slug),
    occurred_at: '2031-06-10T12:00:00Z',
    visitor_hash: newId(),
    is_bot: bot,
    bot_reason: bot ? 'names itself a bot' : null,
  });
  await put(house, 'clicks', [
    click('three-jobs'),
    click('three-jobs'),
    click('three-jobs'),
    click('cold-start'),
    click('cold-start', true),
    click('cold-start', true),
  ]);
  const [campaign] = await put(house, 'campaigns', [{ name: 'Interior studios', status: 'running' }]);
  const mail = (to: string, at: string | null, more: Row = {}) => ({
    ...{
      stream: 'marketing',
      kind: 'note',
      to_email: to,
      from_email: 'a@b.example',
      subject: 'Hello',
      text: 'Hi',
    },
    ...{ rfc_message_id: `<${newId()}@x>`, send_at: NOON, sent_at: at, state: at ? 'sent' : 'held', ...more },
  });
  const mails = await put(house, 'messages', [
    mail('one@x.example', '2031-06-10T09:00:00Z', { stream: 'outreach', campaign_id: campaign }),
    mail('two@x.example', '2031-06-10T09:00:00Z', {
      stream: 'outreach',
      campaign_id: campaign,
      state: 'bounced',
      bounced_at: '2031-06-10T10:00:00Z',
    }),
    mail('three@x.example', '2031-05-05T09:00:00Z'),
    mail('four@x.example', null, { reason: 'No address to answer to' }),
  ]);
  await put(house, 'message_opens', [
    { message_id: mails[0], occurred_at: '2031-06-10T10:00:00Z' },
    { message_id: mails[0], occurred_at: '2031-06-10T11:00:00Z' },
    { message_id: mails[1], occurred_at: '2031-06-10T11:00:00Z', is_bot: true },
  ]);
  await put(
    house,
    'suppressions',
    [
      ['ysolde@studio.example', 'unsubscribe', '2031-05-10T09:00:00Z'],
      ['left@x.example', 'unsubscribe', '2031-05-31T21:30:00Z'],
      // The first of June in Berlin.
      ['late@x.example', 'unsubscribe', '2031-05-31T22:30:00Z'],
      ['gone@x.example', 'hard_bounce', '2031-05-12T09:00:00Z'],
    ].map(([email, reason, at]) => ({
      stream: 'marketing',
      email,
      email_hash: newId().padEnd(64, '0').slice(0, 64),
      reason,
      created_at: at,
    })),
  );
  const [thread] = await put(house, 'threads', [
    {
      campaign_id: campaign,
      email: 'one@x.example',
      last_message_at: '2031-06-10T12:00:00Z',
      kind: 'interested',
      created_at: '2031-06-10T12:00:00Z',
    },
  ]);
  await put(
    house,
    'replies',
    [
      ['interested', '2031-06-10T12:00:00Z'],
      ['interested', '2031-06-10T13:00:00Z'],
      ['not_now', '2031-06-09T13:00:00Z'],
      ['other', '2031-05-01T13:00:00Z'],
    ].map(([kind, at]) => ({
      thread_id: thread,
      rfc_message_id: `<${newId()}@y>`,
      from_email: 'one@x.example',
      kind,
      received_at: at,
    })),
  );
  await put(house, 'tasks', [
    {
      type: 'other',
      title: 'Call Noor',
      priority: 'high',
      doer: 'person',
      created_at: '2031-06-10T09:00:00Z',
    },
    { type: 'other', title: 'Send the kit', doer: 'person', created_at: '2031-06-09T09:00:00Z' },
    {
      type: 'other',
      title: 'Done already',
      doer: 'person',
      state: 'completed',
      completed_at: '2031-06-10T09:00:00Z',
    },
  ]);
  await put(house, 'actions', [
    {
      kind: 'create_tasks',
      reach: 'inside',
      title: 'Create 2 follow-up tasks',
      state: 'done',
      proposed_at: '2031-06-11T07:00:00Z',
      ran_at: '2031-06-11T07:00:00Z',
    },
    {
      kind: 'note',
      reach: 'inside',
      title: 'Noted',
      state: 'done',
      proposed_at: '2031-06-10T21:00:00Z',
      ran_at: '2031-06-10T21:00:00Z',
    },
    {
      kind: 'send_mail',
      reach: 'outside',
      title: 'Send one mail',
      state: 'proposed',
      proposed_at: '2031-06-11T07:00:00Z',
      asks_because: 'It leaves the house.',
    },
  ]);
  await put(house, 'meetings', [
    {
      lead_id: of('Corin'),
      title: 'First talk',
      starts_at: '2031-06-10T09:00:00Z',
      ends_at: '2031-06-10T10:00:00Z',
    },
    {
      lead_id: of('Corin'),
      title: 'Called off',
      state: 'cancelled',
      starts_at: '2031-06-10T09:00:00Z',
      ends_at: '2031-06-10T10:00:00Z',
    },
  ]);
  await put(
    house,
    'lead_answers',
    [
      ['Corin', '50k'],
      ['Liesbet', '50k'],
      ['Emeric', '10k'],
    ].map(([name, value]) => ({
      lead_id: of(name as string),
      question_id: 'revenue',
      question_text: 'Revenue?',
      answer_value: value,
      answered_at: '2031-06-10T09:00:00Z',
    })),
  );
}
