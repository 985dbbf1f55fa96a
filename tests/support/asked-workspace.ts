import { sql } from 'drizzle-orm';
import { newId } from '#kernel/database';
import { fillFunnel } from './asked-funnel.ts';
import { fillMail } from './asked-mail.ts';
import type { TestHouse } from './harness.ts';
import { publishPlaybook } from './playbook.ts';
import { type Filled, NOON, put, type Row } from './rows.ts';

/** A workspace in Berlin whose every number is written down here. */
export async function fillWorkspace(house: TestHouse): Promise<Filled> {
  house.clock.set('2031-05-01T08:00:00Z');
  const quotes = await publishPlaybook(house, { title: 'The fixed-price quote' });
  const offers = await publishPlaybook(house, { title: 'Offers that sell' });
  await house.call('POST', '/api/v1/playbooks', { title: 'Half an idea' });
  await house.settle();
  house.clock.set(NOON);
  await house.inWorkspace(({ db, workspace }) =>
    db.execute(sql`update app.workspaces set time_zone = 'Europe/Berlin' where id = ${workspace.id}`),
  );
  const [linkA, linkB] = await put(house, 'links', [
    { slug: 'three-jobs', target_kind: 'playbook', playbook_id: quotes.id },
    { slug: 'cold-start', target_kind: 'playbook', playbook_id: quotes.id },
  ]);
  // Five this week, seven last week: one just after midnight in Berlin on Monday, which is Sunday in UTC.
  const people: [string, string, Row?][] = [
    ['Ysolde', '2031-06-11T08:00:00Z', { first_link_id: linkA, country: 'NL' }],
    ['Corin', '2031-06-10T08:00:00Z', { first_link_id: linkA, country: 'DE' }],
    ['Liesbet', '2031-06-10T09:00:00Z', { first_link_id: linkB, country: 'NL' }],
    ['Emeric', '2031-06-09T09:00:00Z', { playbook_id: offers.id }],
    ['Nadja', '2031-06-08T22:30:00Z'],
    ['Ilir', '2031-06-08T21:30:00Z'],
    ['Saskia', '2031-06-07T08:00:00Z', { confirmed_at: null }],
    ['Jorun', '2031-06-06T08:00:00Z'],
    ['Matteo', '2031-06-05T08:00:00Z'],
    ['Pilar', '2031-06-04T08:00:00Z'],
    ['Torben', '2031-06-03T08:00:00Z'],
    ['Renske', '2031-06-02T08:00:00Z'],
    ['Bot', '2031-06-10T08:00:00Z', { is_suspect: true }],
    ['Merged', '2031-05-01T09:00:00Z', { archived_at: '2031-05-02T09:00:00Z' }],
  ];
  const ids = await put(
    house,
    'leads',
    people.map(([name, at, more]) => ({
      ...{
        email: `${name.toLowerCase()}@studio.example`,
        name,
        first_name: name,
        captured_at: at,
        confirmed_at: at,
      },
      ...{ playbook_id: quotes.id, step_position: 3, last_activity_at: at, ...more },
    })),
  );
  const leads = Object.fromEntries(people.map(([name], index) => [name, ids[index] as string]));
  const of = (name: string) => leads[name] as string;
  await put(
    house,
    'touches',
    [
      ...['Ysolde', 'Corin', 'Liesbet'].map((name) => ({ lead: name, group: 'linkedin' })),
      { lead: 'Emeric', group: 'newsletter' },
      ...['Ilir', 'Jorun'].map((name) => ({ lead: name, group: 'hacker_news' })),
    ].map(({ lead, group }) => ({
      ...{ lead_id: of(lead), kind: 'view', subject_type: 'page_view', subject_id: newId() },
      ...{ channel_group: group, occurred_at: '2031-06-01T08:00:00Z' },
    })),
  );
  await fillFunnel(house, { quotes, offers, leads });
  await fillMail(house, { quotes, offers, leads });
  return { quotes, offers, leads };
}
