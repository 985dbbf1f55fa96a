import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { Platform, Workspace } from '#context';
import { sendPage } from '#kernel/pages';
import type { Approach } from './approach.ts';
import type { EmailFields } from './form.tsx';
import { EmailPage, QuestionPage } from './pages.tsx';
import type { Open } from './submissions.ts';

/** One request at a gate. */
export interface Visit {
  platform: Platform;
  workspace: Workspace;
  /** Of the playbook. */
  slug: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface EmailState {
  open?: Open | undefined;
  email?: string;
  newsletter?: boolean;
  /** What the form brought along, handed on when it is shown again. */
  form?: { t?: number | undefined; carried?: string | undefined; c?: string | undefined };
  problem?: string | null;
  didYouMean?: EmailFields['didYouMean'];
}

/** Answers with the page for the address. */
export function showEmail(
  { platform, workspace, reply }: Visit,
  at: Approach,
  { open, email, newsletter, form, problem, didYouMean }: EmailState,
): FastifyReply {
  const questions = open?.questions ?? at.questions;
  const document = createElement(EmailPage, {
    ...frameOf(platform, workspace, at),
    heading: 'Where should we keep your work?',
    promise: at.copy.promise,
    back: `${at.path}#gate`,
    backLabel: 'Back to the playbook',
    stage: 1,
    total: questions.length + 1,
    fields: {
      action: `${at.path}/gate`,
      button: 'Continue',
      consentText: (open ?? at).revision.consentText,
      newsletterText: (open ?? at).revision.newsletterText,
      email: email ?? open?.submission.email ?? '',
      newsletter: newsletter ?? open?.newsletter ?? false,
      shownAt: form?.t ?? platform.clock.now().getTime(),
      carried: form?.carried ?? '',
      clickId: form?.c ?? '',
      ...(open && { submissionId: open.submission.id }),
      problem: problem ?? null,
      didYouMean: didYouMean ?? null,
    },
  });
  return sendPage(reply, document, { status: problem ? 422 : 200, cache: 'no-store' });
}

/** Answers with the page for one question. */
export function showQuestion(
  { platform, workspace, reply }: Visit,
  at: Approach,
  open: Open,
  place: number,
  problem: string | null = null,
): FastifyReply {
  const question = open.questions[place - 1];
  if (!question) return reply.redirect(`${at.path}/gate?s=${open.submission.id}`, 303);
  const given = open.submission.answers[question.id];
  const document = createElement(QuestionPage, {
    ...frameOf(platform, workspace, at),
    action: `${at.path}/gate`,
    submissionId: open.submission.id,
    question,
    value: typeof given === 'string' ? given : '',
    button: place === open.questions.length ? at.copy.button : 'Continue',
    back: `${at.path}/gate?s=${open.submission.id}&q=${place - 1}`,
    backLabel: 'Back one question',
    stage: place + 1,
    total: open.questions.length + 1,
    problem,
  });
  return sendPage(reply, document, { status: problem ? 422 : 200, cache: 'no-store' });
}

const frameOf = (platform: Platform, workspace: Workspace, { playbook, path }: Approach) => ({
  title: playbook.title,
  language: playbook.language,
  siteName: workspace.name,
  url: `${platform.settings.publicUrl}${path}`,
});
