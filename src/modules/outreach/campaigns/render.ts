import { escapeHtml, UNSUBSCRIBE_URL } from '#kernel/mail';
import type { prospects } from '../prospects/schema.ts';
import { mergeText } from './merge.ts';
import type { CampaignSettings } from './schema.ts';

type Person = Pick<
  typeof prospects.$inferSelect,
  'firstName' | 'lastName' | 'company' | 'jobTitle' | 'website' | 'country' | 'fields'
>;

export interface Rendered {
  subject: string;
  text: string;
  /** Fields that this person lacks: nothing is sent while there are any. */
  missing: string[];
}

/** Fills one mail for one person and puts the legal footer under it. */
export function renderMail(
  mail: { subject: string; body: string },
  person: Person,
  sender: { name: string; signature?: string; settings: CampaignSettings },
): Rendered {
  const values = {
    ...person.fields,
    first_name: person.firstName,
    last_name: person.lastName,
    company: person.company,
    job_title: person.jobTitle,
    website: person.website,
    country: person.country,
    sender_name: sender.name,
  };
  const subject = mergeText(mail.subject, values);
  const body = mergeText(mail.body, values);
  const footer = [sender.name, sender.settings.postalAddress, `Unsubscribe: ${UNSUBSCRIBE_URL}`]
    .filter(Boolean)
    .join('\n');
  return {
    subject: subject.text,
    text: [body.text.trim(), sender.signature?.trim(), `-- \n${footer}`].filter(Boolean).join('\n\n'),
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** The addresses of a text in their order: what a tracked link's number counts. */
export const addressesIn = (text: string): string[] => text.match(ADDRESS) ?? [];

/**
 * The same mail with links and a picture that say when they were used. Plain paragraphs: nothing that a filter or a reader
 * would take for advertising.
 * @param track where the nth address leads, and the picture; null leaves that out
 */
export function renderTracked(
  text: string,
  track: { link: (index: number) => string; pixel: string | null; links: boolean },
): string {
  let index = -1;
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    let html = '';
    let end = 0;
    for (const match of paragraph.matchAll(ADDRESS)) {
      index += 1;
      const href = track.links ? track.link(index) : match[0];
      html += `${escapeHtml(paragraph.slice(end, match.index))}<a href="${escapeHtml(href)}">${escapeHtml(match[0])}</a>`;
      end = match.index + match[0].length;
    }
    return `<p>${(html + escapeHtml(paragraph.slice(end))).replaceAll('\n', '<br>')}</p>`;
  });
  const linked = paragraphs
    .join('\n')
    .replace(escapeHtml(`Unsubscribe: ${UNSUBSCRIBE_URL}`), `<a href="${UNSUBSCRIBE_URL}">Unsubscribe</a>`);
  const pixel = track.pixel ? `<img src="${escapeHtml(track.pixel)}" width="1" height="1" alt="">` : '';
  return `<!doctype html><html><body style="margin:16px;font:16px/1.5 Arial,sans-serif">${linked}${pixel}</body></html>`;
}
