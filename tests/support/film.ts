import { publish } from '#kernel/events';
import type { TestHouse } from './harness.ts';
import type { PublishedPlaybook } from './playbook.ts';

export const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0';

export interface Raised {
  leadId: string;
  email: string;
}

interface Wish {
  email: string;
  answers?: Record<string, string>;
  steps?: number[];
  /** Whether they press the button in the mail that asks whether the address is theirs. */
  confirms?: boolean;
}

let addresses = 0;

/** Somebody passes the gate, ticks steps off and raises their hand. */
export async function raise(
  house: TestHouse,
  playbook: PublishedPlaybook,
  {
    email,
    answers = { revenue: '250-500k', team: '6-12', pain: 'scope' },
    steps = [1, 2, 3, 4, 5, 6, 7, 8],
    confirms = true,
  }: Wish,
): Promise<Raised> {
  addresses += 1;
  const remoteAddress = `203.0.113.${addresses}`;
  const headers = { 'user-agent': BROWSER };
  const passed = await house.app.inject({
    method: 'POST',
    url: `${playbook.path}/gate`,
    headers,
    remoteAddress,
    payload: { email, answers, carried: { done: steps.map((step) => `step-${step}`) } },
  });
  if (passed.statusCode !== 200) throw new Error(passed.payload);
  await house.settle();
  const leadId = (await house.call('GET', `/api/v1/leads?q=${encodeURIComponent(email)}`)).body.data[0].id;
  if (confirms) await confirm(house, email);
  return { leadId, email };
}

/** Presses the button in the mail that asks whether an address is theirs. */
export async function confirm(house: TestHouse, email: string): Promise<void> {
  const mail = (await mailsTo(house, email)).find(({ links }) =>
    links.some((link) => link.includes('/confirm/')),
  );
  const link = mail?.links.find((one) => one.includes('/confirm/'));
  if (!link) throw new Error(`No mail asked ${email} to confirm.`);
  const answer = await house.app.inject({ method: 'POST', url: new URL(link).pathname });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  await house.settle();
}

interface Caught {
  id: string;
  subject: string;
  text: string;
  html: string | null;
  links: string[];
  headers: { name: string; value: string }[];
}

/** Mails that the catcher kept for an address, newest first. */
export async function mailsTo(house: TestHouse, email: string): Promise<Caught[]> {
  const list = await house.call('GET', `/api/v1/stand-ins/mail?search=${encodeURIComponent(email)}`);
  const mails: Caught[] = [];
  for (const { id, to } of list.body.data as { id: string; to: string[] }[])
    if (to.includes(email)) mails.push((await house.call('GET', `/api/v1/stand-ins/mail/${id}`)).body);
  return mails;
}

/** The path of the private page in the newest video mail. */
export async function pathOf(house: TestHouse, email: string): Promise<string> {
  const links = (await mailsTo(house, email)).flatMap((mail) => mail.links);
  const link = links.find((one) => one.includes('/v/'));
  if (!link) throw new Error(`No video went to ${email}.`);
  return new URL(link).pathname;
}

/** An offer that can be bought. */
export async function sell(
  house: TestHouse,
  playbookId: string,
  name = 'The fixed-price kit',
): Promise<string> {
  const made = await house.call('POST', '/api/v1/offers', {
    name,
    headline: 'Quote with a floor in one afternoon',
    contents: [{ text: 'The template' }, { text: 'Six real quotes' }],
    guarantee: 'Money back for 30 days.',
    playbookId,
    price: { amountMinor: 49_000, currency: 'EUR' },
  });
  const opened = await house.call('POST', `/api/v1/offers/${made.body.id}/publications`);
  if (opened.status !== 201) throw new Error(opened.text);
  return made.body.id;
}

/** The line so low that reading all steps raises the hand. */
export async function lowerTheLine(house: TestHouse, change: Record<string, unknown> = {}): Promise<void> {
  const rule = (await house.call('GET', '/api/v1/hand-raise-rules')).body.data[0];
  const answer = await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, {
    threshold: 25,
    ...change,
  });
  if (answer.status !== 200) throw new Error(answer.text);
  await house.settle();
}

/** The only video of a person. */
export async function videoOf(house: TestHouse, { leadId }: Raised) {
  const { body } = await house.call('GET', `/api/v1/videos?leadId=${leadId}`);
  if (body.data.length !== 1) throw new Error(`There are ${body.data.length} videos.`);
  return body.data[0];
}

/** Says again that a hand was raised, as a replay would. */
export const sayAgain = (house: TestHouse, handRaiseId: string, leadId: string, playbookId: string) =>
  house.inWorkspace((ctx) => publish(ctx, 'hand.raised', { handRaiseId, leadId, playbookId }));
