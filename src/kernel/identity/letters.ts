import { renderMail } from '#kernel/mail';

/** The mails this room sends. */
export type LetterKind =
  | 'verification'
  | 'reset'
  | 'magic-link'
  | 'sign-in-code'
  | 'second-factor'
  | 'existing-account'
  | 'invitation';

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** A letter on its way to one person. */
export interface AccountMail extends Letter {
  kind: LetterKind;
  to: { email: string; name?: string };
}

/** Hands a letter to the mail kernel. */
export type SendMail = (mail: AccountMail) => Promise<void>;

interface Content {
  subject: string;
  lines: string[];
  action?: { label: string; url: string };
  code?: string;
  /** What is safe, or when it ends. */
  footer: string;
}

export const verificationLetter = ({ url, code }: { url: string; code: string }): Letter =>
  write({
    subject: `Confirm your address: ${code}`,
    lines: [
      'Confirm this address to use your PlaybookOS account. Open the link, or type the code where you signed up.',
    ],
    action: { label: 'Confirm this address', url },
    code,
    footer:
      'The code holds for 10 minutes, the link for a day. If you did not sign up, leave this mail: nothing happens.',
  });

export const verificationCodeLetter = ({ code }: { code: string }): Letter =>
  write({
    subject: `Confirm your address: ${code}`,
    lines: ['Type this code where you were asked for it to confirm your address.'],
    code,
    footer: 'It holds for 10 minutes. If you did not ask for it, leave this mail: nothing happens.',
  });

export const resetLetter = ({ url }: { url: string }): Letter =>
  write({
    subject: 'Choose a new password',
    lines: ['Somebody asked for a new password for this address. If it was you, choose one here.'],
    action: { label: 'Choose a new password', url },
    footer:
      'The link works once, for an hour. If it was not you, leave this mail: your password stays as it is.',
  });

export const resetCodeLetter = ({ code }: { code: string }): Letter =>
  write({
    subject: `Your code for a new password: ${code}`,
    lines: [
      'Somebody asked for a new password for this address. If it was you, type this code where you were asked for it.',
    ],
    code,
    footer: 'It holds for 10 minutes. If it was not you, leave this mail: your password stays as it is.',
  });

export const magicLinkLetter = ({ url }: { url: string }): Letter =>
  write({
    subject: 'Your link to sign in',
    lines: ['Open this link on the device where you want to work, and press the button there.'],
    action: { label: 'Sign in', url },
    footer: 'It works once, for 10 minutes. If you did not ask for it, leave this mail: nobody is signed in.',
  });

/** For who has a second factor: a mail alone does not open their account. */
export const secondFactorLetter = ({ signInUrl }: { signInUrl: string }): Letter =>
  write({
    subject: 'Sign in with your password',
    lines: [
      'Your account asks for a second factor, so a link or a code by mail does not sign you in. Use your password and the code of your authenticator.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    footer: 'If you did not ask for it, leave this mail: nobody is signed in.',
  });

export const signInCodeLetter = ({ code }: { code: string }): Letter =>
  write({
    subject: `Your code to sign in: ${code}`,
    lines: ['Type this code where you were asked for it.'],
    code,
    footer: 'It holds for 10 minutes. If you did not ask for it, leave this mail: nobody is signed in.',
  });

export const existingAccountLetter = ({
  signInUrl,
  resetUrl,
}: {
  signInUrl: string;
  resetUrl: string;
}): Letter =>
  write({
    subject: 'You already have an account',
    lines: [
      'Somebody signed up with this address, which has an account already. Nothing was changed.',
      `If it was you, sign in. If the password is gone, choose a new one: ${resetUrl}`,
    ],
    action: { label: 'Sign in', url: signInUrl },
    footer: 'If it was not you, leave this mail: your account is as it was.',
  });

export const invitationLetter = (invitation: {
  url: string;
  inviter: string | null;
  organization: string;
  role: string;
}): Letter => {
  const { url, inviter, organization, role } = invitation;
  const article = /^[aeo]/.test(role) ? 'an' : 'a';
  return write({
    subject: `${inviter ?? 'Somebody'} invites you to ${organization}`,
    lines: [
      `${inviter ?? 'Somebody'} invites you to work with ${organization} on PlaybookOS as ${article} ${role}.`,
    ],
    action: { label: 'See the invitation', url },
    footer: 'It is open for 7 days. If you do not know who this is, leave this mail: nothing happens.',
  });
};

function write({ subject, lines, action, code, footer }: Content): Letter {
  const [preheader = subject] = lines;
  return {
    subject,
    ...renderMail({
      sender: 'PlaybookOS',
      preheader,
      paragraphs: [...lines, ...(code ? [{ code }] : [])],
      ...(action && { button: action }),
      footer,
    }),
  };
}
