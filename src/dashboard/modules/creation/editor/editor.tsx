import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { announce } from '../../../shell/announce.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { tellUndoable } from '../../../ui/toasts.tsx';
import type { Citation, Finding, Place, Playbook } from '../shapes.ts';
import { useMedia } from '../use-media.ts';
import { CitationSheet } from './citation-sheet.tsx';
import { CitingContext } from './citing.ts';
import { ConflictBar } from './conflict-dialog.tsx';
import { type Desk, DeskContext, type OpenedCitation } from './desk.ts';
import { EditorActions, type EditorSheet, PhoneHead, StepMenu } from './editor-bar.tsx';
import { ExtractionCard } from './extraction-card.tsx';
import { moveStep, newStep, numbersOf, placesOf } from './fields.ts';
import { blockedSentence, headingOf } from './findings.ts';
import { OverviewPage } from './overview-page.tsx';
import { focusSoon } from './prose-field.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ReaderSheet } from './reader-sheet.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { SaveMark } from './save-mark.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { StepPage } from './step-page.tsx';
import { StepsRail } from './steps-rail.tsx';
import { DraftContext, useDraft, useDraftStore, useStore } from './use-draft.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { usePlaybookActs } from './use-playbook-acts.ts';
import { type ReviewState, useReview } from './use-review.ts';

interface EditorProps {
  playbook: Playbook;
  /** The step in the address, from 1; 0 is the playbook itself. */
  asked: number | undefined;
}

/** Steps, page and review of one playbook. */
export function Editor({ playbook, asked }: EditorProps) {
  const store = useDraftStore(playbook);
  return (
    <DraftContext value={store}>
      <Workbench playbook={playbook} asked={asked} />
    </DraftContext>
  );
}

function Workbench({ playbook, asked }: EditorProps) {
  const store = useStore();
  const { content, save } = useDraft();
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 960px)');
  const writable = can('playbooks.write') && playbook.archivedAt === null;
  const [tab, setTab] = useUrlState('panel');
  const [sheet, setSheet] = useState<EditorSheet | undefined>();
  const close = () => setSheet(undefined);
  const [opened, openCitation] = useState<OpenedCitation | undefined>();
  const [at, setAt] = useState<Place | undefined>();
  const [target, setTarget] = useState<{ place: Place; replaced: Citation | undefined } | undefined>();
  const [offered, setOffered] = useState(false);

  const goToStep = (number: number, focus?: Place) => {
    setSheet(undefined);
    void navigate({ to: paths.playbook(playbook.slug, number), search: true as never });
    if (focus) focusSoon(focus);
  };
  const goTo = (finding: Finding) => {
    review.activate(finding.id);
    const index = content.steps.findIndex((step) => step.id === finding.place.stepId);
    goToStep(finding.place.stepId === undefined ? 0 : index + 1, finding.place);
    announce(`${headingOf(finding)}. ${finding.fix}`);
  };
  const [firstWanted, setFirstWanted] = useState<number | undefined>();
  const number = asked ?? firstWanted ?? (content.steps.length > 0 ? 1 : 0);
  const step = number > 0 ? content.steps[number - 1] : undefined;
  const review: ReviewState = useReview({
    playbook,
    store,
    here: step?.id,
    writable,
    canRead: can('reviews.read'),
    goTo,
  });
  // Without a step in the address, work begins at the first step with a finding.
  const wanted = content.steps.findIndex((one) =>
    review.all.some((finding) => finding.weight !== 'hint' && finding.place.stepId === one.id),
  );
  const reviewed = review.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: decided once, when the review is there; later findings never move the person.
  useEffect(() => {
    if (reviewed && firstWanted === undefined) setFirstWanted(Math.max(1, wanted + 1));
  }, [reviewed]);

  const numbers = useMemo(
    () =>
      numbersOf(
        content,
        step ? placesOf(step) : ['outcome', 'audience', 'pain', 'uniqueInsight'].map((field) => ({ field })),
      ),
    [content, step],
  );
  const desk: Desk = {
    writable,
    numbers,
    findings: review.all,
    opened,
    openCitation,
    at: at?.stepId === step?.id && at ? at : step && { stepId: step.id, field: 'title' },
    setAt,
    cite: (place, replaced) => {
      setAt(place);
      setTarget({ place, replaced });
      setTab('passages');
      if (!wide) setSheet('review');
    },
    offerFields: () => setOffered(true),
  };
  const citing = { target: target?.place, replaced: target?.replaced, done: () => setTarget(undefined) };

  const citedPassages = useMemo(() => numbersOf(content, content.steps.flatMap(placesOf)).size, [content]);

  const move = (stepId: string, to: number) => {
    store.change((draft) => moveStep(draft, stepId, to));
    const place = store.get().content.steps.findIndex((one) => one.id === stepId) + 1;
    announce(`Step is now ${place} of ${content.steps.length}`);
    if (stepId === step?.id) goToStep(place);
  };
  const addStep = () => {
    store.change((draft) => draft.steps.splice(number, 0, newStep(draft)));
    const made = store.get().content.steps[number];
    goToStep(number + 1, made && { stepId: made.id, field: 'title' });
  };
  const removeStep = () => {
    if (!step) return;
    store.change((draft) => {
      draft.steps = draft.steps.filter((one) => one.id !== step.id);
    });
    tellUndoable(`Step ${number} removed`, () => store.undo());
    goToStep(Math.min(number, content.steps.length - 1));
  };
  const { archive, restore, moveMark } = usePlaybookActs(playbook);
  useEditorKeys({
    review,
    store,
    writable,
    move: (by) => step && move(step.id, number - 1 + by),
    next: (by) => goToStep(Math.max(0, Math.min(content.steps.length, number + by))),
    read: () => setSheet('read'),
    publish: () => setSheet('publish'),
    addStep,
    playbook,
  });

  const next = (playbook.currentVersion?.number ?? 0) + 1;
  const unchanged = playbook.currentVersion !== null && !playbook.draft.differs && save === 'saved';
  const nothing = content.steps.length === 0 ? 'It needs a step first' : undefined;
  const blocked = review.data && !review.data.passed ? blockedSentence(review.data) : undefined;
  const canPublish = can('playbooks.publish') && playbook.archivedAt === null;
  const rail = (
    <StepsRail
      playbook={playbook}
      here={step?.id}
      findings={review.all}
      review={review.data}
      writable={writable}
      onAdd={addStep}
      onMove={move}
      onMoveMark={(mark, position) => moveMark.mutate({ mark, position })}
      onChosen={() => setSheet(undefined)}
    />
  );
  const panel = (
    <ReviewPanel
      review={review}
      playbook={playbook}
      passages={citedPassages}
      tab={tab ?? 'findings'}
      onTab={(id) => setTab(id === 'findings' ? undefined : id)}
      onPublishAnyway={canPublish && !nothing ? () => setSheet('publish') : undefined}
    />
  );
  const activeFinding = review.all.find((finding) => finding.id === review.active);
  const wantedField = activeFinding?.place.stepId === step?.id ? activeFinding?.place.field : undefined;
  const menu =
    step && writable ? (
      <StepMenu
        number={number}
        count={content.steps.length}
        onMove={(by) => move(step.id, number - 1 + by)}
        onRemove={removeStep}
      />
    ) : null;
  return (
    <DeskContext value={desk}>
      <CitingContext value={citing}>
        <Page
          title={content.title}
          crumbs={[{ label: 'Playbooks', to: paths.playbooks }]}
          note={
            <span className="inline-flex items-center gap-2.5 align-middle">
              <Chip className="max-phone:hidden">
                {playbook.archivedAt ? 'Archived' : unchanged ? `Version ${next - 1}` : `Draft ${next}`}
              </Chip>
              <span className="max-phone:hidden">
                <SaveMark />
              </span>
            </span>
          }
          actions={
            <EditorActions
              playbook={playbook}
              next={next}
              writable={writable}
              publish={canPublish ? { blocked: nothing ?? blocked } : undefined}
              onOpen={setSheet}
              onArchive={() => archive.mutate(undefined)}
              onRestore={() => restore.mutate(undefined)}
            />
          }
          head={
            <>
              <ConflictBar />
              <PhoneHead
                number={number}
                count={content.steps.length}
                findings={review.all.length}
                onSteps={() => setSheet('steps')}
                onReview={() => setSheet('review')}
              />
            </>
          }
          panel={wide ? panel : undefined}
          panelLabel="Review"
        >
          <div className="flex min-h-full tablet:h-full">
            <div className="hidden w-63 shrink-0 overflow-y-auto border-line border-r tablet:block">
              {rail}
            </div>
            <div className="scroll-sheet min-w-0 flex-1 tablet:overflow-y-auto" data-sheet>
              {playbook.extraction ? (
                <div className="mx-auto max-w-[41.5rem] px-6 pt-5 empty:hidden max-phone:px-4">
                  <ExtractionCard playbook={playbook} />
                </div>
              ) : null}
              {step ? (
                <StepPage
                  key={step.id}
                  step={step}
                  number={number}
                  playbook={playbook}
                  offered={offered}
                  onOffer={setOffered}
                  menu={menu}
                  wanted={wantedField}
                />
              ) : (
                <OverviewPage playbook={playbook} onAdd={addStep} />
              )}
            </div>
          </div>
        </Page>
        <CitationSheet sources={playbook.sources} />
        {sheet === 'steps' && (
          <Dialog open onClose={close} title="Steps">
            <div className="-mx-3">{rail}</div>
          </Dialog>
        )}
        {sheet === 'review' && !wide && (
          <Dialog open onClose={close} title="Review">
            <div className="py-2">{panel}</div>
          </Dialog>
        )}
        {sheet === 'publish' ? (
          <PublishDialog
            playbook={playbook}
            review={review.data}
            next={next}
            onClose={close}
            onRenamed={(slug) => void navigate({ to: paths.playbook(slug, number), replace: true })}
          />
        ) : null}
        {sheet === 'settings' ? (
          <SettingsDialog
            playbook={playbook}
            onClose={close}
            onSaved={(saved) => {
              setSheet(undefined);
              if (saved.slug !== playbook.slug)
                void navigate({ to: paths.playbook(saved.slug, number), replace: true });
            }}
          />
        ) : null}
        {sheet === 'read' && <ReaderSheet playbook={playbook} at={number} onClose={close} />}
      </CitingContext>
    </DeskContext>
  );
}
