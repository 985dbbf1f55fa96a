import { type MailContent, renderMail } from '#kernel/mail';
import type { VideoRow } from './queries.ts';

interface Letter {
  video: Pick<VideoRow, 'scenes' | 'personalisation' | 'durationMs' | 'expiresAt'>;
  /** Who writes. */
  sender: string;
  playbookTitle: string | null;
  url: string;
}

const day = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "five minutes", "4 minutes", "90 seconds". */
export function lengthInWords(durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000);
  if (minutes < 2) return `${Math.round(durationMs / 1_000)} seconds`;
  return `${minutes === 5 ? 'five' : minutes} minutes`;
}

/** The mail that brings somebody to their video. */
export function letterOf({ video, sender, playbookTitle, url }: Letter): {
  subject: string;
  html: string;
  text: string;
} {
  const known = (field: string): string | undefined =>
    video.personalisation.fields?.find((one) => one.field === field && !one.isFallback)?.value;
  const name = known('first_name');
  const pain = known('answer.pain');
  const length = lengthInWords(video.durationMs);
  const subject = name ? `${name}, ${length} made for you` : `${capital(length)} made for you`;
  const about = playbookTitle ? ` You are reading “${playbookTitle}”.` : '';
  const content: MailContent = {
    sender,
    preheader: pain ? `You wrote: “${pain}”. This is about that.` : 'Made from what you told us.',
    paragraphs: [
      { heading: subject },
      ...(pain ? ['You told us what hurts most:', { quote: pain }] : []),
      `We made a film of ${length} from it: ${listOf(video.scenes.map(({ title }) => title))}.${about}`,
      'It has captions and a transcript, starts only when you press play, and uses nothing but what you told us. The page shows what that is, and deletes it when you say so.',
    ],
    button: { label: `Watch the ${length}`, url },
    footer: [
      `Software put this together from ${sender}’s own words. You get it because you used the playbook far enough to make it worth your time.`,
      ...(video.expiresAt ? [`The link is yours alone and works until ${day(video.expiresAt)}.`] : []),
    ],
    unsubscribe: 'No more mail like this',
  };
  return { subject, ...renderMail(content) };
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const listOf = (titles: string[]): string =>
  titles
    .map((title) => `“${title}”`)
    .join(', ')
    .replace(/, (“[^“]*”)$/, ' and $1');
