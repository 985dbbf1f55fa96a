import { useQuery } from '@tanstack/react-query';
import { useBlocker, useParams } from '@tanstack/react-router';
import { Archive, CircleDashed, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { hasStatus } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { DestroyDialog } from '../../../ui/dialog.tsx';
import { EmptyState, ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { CheckoutLinkDialog } from './checkout-link-dialog.tsx';
import { OfferForm } from './offer-form.tsx';
import { OfferPanel } from './offer-panel.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { changeOf, draftOf, missingIn, type Offer, stateWords } from './words.ts';

/** One offer: what the buyer gets left, what it brought right. */
export function OfferPage() {
  const { can } = useWorkspace();
  if (!can('offers.read')) return <NoPermissionPage what="Offers" needs="a role that sells" />;
  return <Loaded />;
}

function Loaded() {
  const { paths, me } = useWorkspace();
  const { offer: id = '' } = useParams({ strict: false }) as { offer?: string };
  const offer = useQuery(readAt<Offer>(`/api/v1/offers/${id}`));
  if (offer.data?.id === id) return <Editor offer={offer.data} key={id} />;
  return (
    <Page title="Offer" crumbs={[{ label: 'Offers', to: paths.offers }]}>
      <div className="px-gutter py-6">
        {!offer.error ? (
          <Skeleton rows={8} note="Loading the offer" />
        ) : hasStatus(offer.error, 404) || hasStatus(offer.error, 422) ? (
          <EmptyState
            title={`There is nothing at this address for ${me.user.email}.`}
            actions={<ButtonLink to={paths.offers}>See all offers</ButtonLink>}
          >
            The offer belongs to another workspace, or there never was one.
          </EmptyState>
        ) : (
          <ErrorBlock error={offer.error} onRetry={() => void offer.refetch()} />
        )}
      </div>
    </Page>
  );
}

function Editor({ offer }: { offer: Offer }) {
  const { paths, can } = useWorkspace();
  const [base, setBase] = useState(offer);
  const [draft, setDraft] = useState(() => draftOf(offer));
  const [pricing, setPricing] = useState(false);
  const [linking, setLinking] = useState(false);
  const begin = (from: Offer) => {
    setBase(from);
    setDraft(draftOf(from));
  };
  const isChanged = JSON.stringify(changeOf(draft)) !== JSON.stringify(changeOf(draftOf(base)));
  // What somebody else saved comes in as long as nothing is typed here.
  if (offer.updatedAt !== base.updatedAt && !isChanged) begin(offer);
  const mayWrite = can('offers.write');
  const mayPublish = can('offers.publish');
  const missing = missingIn(offer);
  const save = useAct({
    run: () => send<Offer>('PATCH', `/api/v1/offers/${offer.id}`, { body: changeOf(draft) }),
    changes: ['offers'],
    says: () => 'Offer saved',
    undo: () => send('PATCH', `/api/v1/offers/${offer.id}`, { body: changeOf(draftOf(base)) }),
    onError: () => {},
    onDone: begin,
  });
  const close = () => send('DELETE', `/api/v1/offers/${offer.id}`);
  const open = () => send<Offer>('POST', `/api/v1/offers/${offer.id}/publications`);
  const publish = useAct({
    run: open,
    changes: ['offers', 'checkouts'],
    says: () => `“${offer.name}” is open to buyers`,
    undo: close,
  });
  const archive = useAct({
    run: close,
    changes: ['offers', 'checkouts'],
    says: () => `“${offer.name}” takes no new buyer`,
    undo: open,
  });
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && !save.isPending && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const saveIt = () => {
    if (isChanged && draft.name.trim()) save.mutate(undefined);
  };
  useKeys(mayWrite ? [{ key: 'mod+s', label: 'Save', group: 'This page', run: saveIt, inFields: true }] : []);

  return (
    <Page
      title={offer.name}
      crumbs={[{ label: 'Offers', to: paths.offers }]}
      note={
        <Chip tone={stateWords[offer.state].tone} className="max-phone:hidden">
          {stateWords[offer.state].label}
        </Chip>
      }
      panelLabel="Price and sales"
      panel={<OfferPanel offer={offer} onPrice={mayWrite ? () => setPricing(true) : undefined} />}
      actions={
        <>
          {mayPublish && offer.state === 'active' && !isChanged ? (
            <Button
              look="quiet"
              icon={<Archive />}
              busy={archive.isPending && 'Closing'}
              onClick={() => archive.mutate(undefined)}
            >
              Close
            </Button>
          ) : null}
          {mayWrite && isChanged ? (
            <Button
              look="primary"
              busy={save.isPending && 'Saving'}
              blocked={!draft.name.trim() && 'An offer needs a name'}
              onClick={saveIt}
            >
              Save
            </Button>
          ) : offer.state !== 'active' && mayPublish ? (
            <Button
              look="primary"
              busy={publish.isPending && 'Publishing'}
              blocked={missing[0]}
              onClick={() => publish.mutate(undefined)}
            >
              {offer.state === 'draft' ? 'Publish offer' : 'Open again'}
            </Button>
          ) : offer.state === 'active' && mayWrite ? (
            <Button look="primary" onClick={() => setLinking(true)}>
              Checkout link
            </Button>
          ) : null}
        </>
      }
    >
      <div className="max-w-180 px-gutter py-5">
        {offer.state === 'draft' && missing.length > 0 ? (
          <div className="mb-5">
            <Note icon={<CircleDashed />}>
              Before somebody can buy it: {missing.join(', ').toLowerCase()}.{' '}
              {mayWrite && !offer.price ? (
                <Button size="sm" look="quiet" icon={<Pencil />} onClick={() => setPricing(true)}>
                  Set a price
                </Button>
              ) : null}
            </Note>
          </div>
        ) : null}
        <OfferForm
          draft={draft}
          onChange={setDraft}
          error={save.error}
          readOnly={!mayWrite}
          onSubmit={saveIt}
        />
      </div>
      {pricing ? <PriceDialog offer={offer} onClose={() => setPricing(false)} /> : null}
      {linking ? <CheckoutLinkDialog offer={offer} onClose={() => setLinking(false)} /> : null}
      {leaving.status === 'blocked' ? (
        <DestroyDialog
          open
          onClose={leaving.reset}
          title="Leave without saving"
          loss="What you changed on this offer is not saved. Leaving forgets it; buyers see what stood before."
          action="Leave without saving"
          onConfirm={leaving.proceed}
        />
      ) : null}
    </Page>
  );
}
