import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { sentenceOf } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, TextButton } from '../../../ui/button.tsx';
import { Field, Textarea } from '../../../ui/field.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Bone, ErrorBlock } from '../../../ui/states.tsx';
import { moment, plural } from '../../../ui/words.ts';
import type { Comment, PageOf, Playbook } from '../shapes.ts';
import { useDraft } from './use-draft.ts';

/** What people said about a playbook. */
export function useComments(playbookId: string) {
  return useQuery(readAt<PageOf<Comment>>(`/api/v1/playbooks/${playbookId}/comments`));
}

/** What people say about the playbook and its steps; what is dealt with folds away. */
export function CommentsList({ playbook, here }: { playbook: Playbook; here: string | undefined }) {
  const read = useComments(playbook.id);
  const { can } = useWorkspace();
  const all = read.data?.data ?? [];
  const open = all.filter((comment) => comment.resolvedAt === null);
  const settled = all.filter((comment) => comment.resolvedAt !== null);
  return (
    <>
      {can('playbooks.comment') ? <NewComment playbook={playbook} here={here} /> : null}
      {read.error && !read.data ? (
        <div className="px-4 py-4">
          <ErrorBlock
            error={read.error}
            safe="The draft itself is saved."
            onRetry={() => void read.refetch()}
          />
        </div>
      ) : !read.data ? (
        <div className="appear-late px-4 py-4" aria-hidden>
          <Bone className="w-full" />
        </div>
      ) : open.length === 0 ? (
        <p className="px-4 py-4 text-ink-2">
          {settled.length > 0 ? 'Everything that was said is dealt with.' : 'Nobody has said anything yet.'}
        </p>
      ) : null}
      <ul>
        {open.map((comment) => (
          <CommentItem key={comment.id} comment={comment} playbook={playbook} here={here} />
        ))}
      </ul>
      {settled.length > 0 ? (
        <details className="border-line border-b">
          <summary className="px-4 py-2.5 text-ink-2 text-xs outline-offset-[-2px]">
            {plural(settled.length, 'comment')} dealt with
          </summary>
          <ul className="border-line border-t">
            {settled.map((comment) => (
              <CommentItem key={comment.id} comment={comment} playbook={playbook} here={here} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function CommentItem({
  comment,
  playbook,
  here,
}: {
  comment: Comment;
  playbook: Playbook;
  here: string | undefined;
}) {
  const { can, paths } = useWorkspace();
  const { content } = useDraft();
  const at = content.steps.findIndex((step) => step.id === comment.stepId);
  const settled = comment.resolvedAt !== null;
  const mark = (resolved: boolean) =>
    send<Comment>('PATCH', `/api/v1/comments/${comment.id}`, { body: { resolved } });
  const act = useAct({
    run: () => mark(!settled),
    changes: ['playbooks'],
    says: () => (settled ? 'Comment opened again' : 'Comment dealt with'),
    undo: () => mark(settled),
  });
  return (
    <li className="border-line border-b px-4 py-3.5">
      <p className="flex items-baseline justify-between gap-3 text-xs">
        <span className="min-w-0 text-ink-2">
          <span className="font-strong text-ink">
            {comment.isMine ? 'You' : comment.authorName || 'Somebody'}
          </span>{' '}
          · {moment(comment.createdAt)}
        </span>
        {comment.stepId === null ? (
          <span className="shrink-0 text-ink-2">The playbook</span>
        ) : at < 0 ? (
          <span className="shrink-0 text-ink-2">A step that is gone</span>
        ) : comment.stepId === here ? (
          <span className="shrink-0 text-ink-2">Step {at + 1}, here</span>
        ) : (
          <Link
            to={paths.playbook(playbook.slug, at + 1)}
            search={true as never}
            className="shrink-0 text-ink-2 hover:underline"
          >
            Step {at + 1}
          </Link>
        )}
      </p>
      <p className={clsx('mt-1 whitespace-pre-wrap break-words', settled && 'text-ink-2')}>{comment.body}</p>
      {can('playbooks.comment') ? (
        <TextButton className="mt-1.5 text-xs" disabled={act.isPending} onClick={() => act.mutate(undefined)}>
          {settled ? 'Open again' : 'Dealt with'}
        </TextButton>
      ) : null}
    </li>
  );
}

function NewComment({ playbook, here }: { playbook: Playbook; here: string | undefined }) {
  const { content } = useDraft();
  const [body, setBody] = useState('');
  const at = content.steps.findIndex((step) => step.id === here);
  const place = at < 0 ? 'the playbook' : `step ${at + 1}`;
  const add = useAct({
    run: () =>
      send<Comment>('POST', `/api/v1/playbooks/${playbook.id}/comments`, {
        body: { body, ...(here === undefined ? {} : { stepId: here }) },
        headers: repeatable(),
      }),
    changes: ['playbooks'],
    says: () => 'Comment added',
    onError: () => undefined,
    onDone: () => setBody(''),
  });
  const save = () => {
    if (body.trim() && !add.isPending) add.mutate(undefined);
  };
  return (
    <div className="border-line border-b px-4 py-3.5">
      <Field
        label={`Comment on ${place}`}
        {...(add.error ? { error: `${sentenceOf(add.error).text} What you typed stays here.` } : {})}
      >
        <Textarea
          rows={3}
          className="min-h-18"
          value={body}
          maxLength={4000}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            // The same keys apply a fix elsewhere in the editor.
            event.stopPropagation();
            save();
          }}
        />
      </Field>
      <div className="mt-2 flex items-center gap-3">
        <Button
          busy={add.isPending && 'Saving'}
          blocked={body.trim() ? false : 'Write something first'}
          onClick={save}
        >
          Comment
        </Button>
        <Kbd keys="⌘↵" className="max-phone:hidden" />
      </div>
    </div>
  );
}
