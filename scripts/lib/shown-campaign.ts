import { setTimeout as pause } from 'node:timers/promises';

/** Calls the API of the installation that is shown. */
export type Ask = <T>(path: string, body?: unknown, method?: string) => Promise<T>;

const LONGEST_WAIT_MS = 4 * 60_000;

const PEOPLE = [
  ['ada@northmill.example', 'Ada', 'Northmill'],
  ['bela@southmill.example', 'Béla', 'Southmill'],
  ['carla@westmill.example', 'Carla', 'Westmill'],
  ['dunja@harbourforge.example', 'Dunja', 'Harbour Forge'],
  ['emil@oakbench.example', 'Emil', 'Oak Bench'],
  ['fenna@glassworks.example', 'Fenna', 'Glassworks'],
].map(([email, first_name, company]) => ({ email, first_name, company }));

const ANSWERS = [
  'Yes, sounds interesting. What does it cost for two people?',
  'Not now, we move house in spring. Write again in May.',
  'Please ask my colleague, he does the quotes.',
];

/**
 * Has a campaign for a site prepared and launched, and answers in the name of a few of its people. Mails go to the local
 * catcher and nowhere else. @returns its id, also when not every mail has left in time
 */
export async function showCampaign(ask: Ask, site: string): Promise<string> {
  await ask('/mailboxes', { email: 'marit@reach.example', senderName: 'Marit Ostrevik' });
  const { id } = await ask<{ id: string }>('/campaigns', {
    url: site,
    audience: 'small workshops that price one-off work',
    name: 'Small workshops',
    leads: PEOPLE,
  });
  await until(async () => (await ask<{ status: string }>(`/campaigns/${id}`)).status !== 'preparing');
  await ask(
    `/campaigns/${id}`,
    {
      settings: { postalAddress: 'Mill Lane 1, 1010 Vienna' },
      // Pictures are taken at any hour.
      sendWindow: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' },
    },
    'PATCH',
  );
  await ask(`/campaigns/${id}/launches`, {});
  const caught = () => ask<{ data: { id: string; to: string[] }[] }>('/stand-ins/mail?search=mill.example');
  await until(async () => (await caught()).data.length >= ANSWERS.length);
  const { data } = await caught();
  for (const [index, text] of ANSWERS.entries()) {
    const mail = data[index];
    if (mail) await ask(`/stand-ins/mail/${mail.id}/replies`, { text });
  }
  await until(async () => (await ask<{ data: unknown[] }>('/threads')).data.length >= ANSWERS.length);
  return id;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await pause(1_000))
    if (await isSo()) return;
  process.stdout.write('         The campaign is shown as far as it has come.\n');
}
