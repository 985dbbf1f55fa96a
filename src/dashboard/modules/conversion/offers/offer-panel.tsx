import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../shell/workspace.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { moment, money, number } from '../../../ui/words.ts';
import { type Offer, priceWords, stateWords } from './words.ts';

/** Right of an offer: what it costs, what it brought, whose it is. */
export function OfferPanel({ offer, onPrice }: { offer: Offer; onPrice: (() => void) | undefined }) {
  const { paths, workspace } = useWorkspace();
  const currency = offer.price?.currency ?? workspace.currency;
  return (
    <>
      <Section
        title="Price"
        aside={
          onPrice ? (
            <TextButton onClick={onPrice}>{offer.price ? 'Change price' : 'Set price'}</TextButton>
          ) : undefined
        }
      >
        <p className={offer.price ? 'figures font-strong text-num' : 'text-ink-2'}>{priceWords(offer)}</p>
        {offer.price ? (
          <p className="text-ink-3 text-xs">
            {offer.price.kind === 'recurring' ? `every ${offer.price.recursEvery}` : 'paid once'}, taxes
            included
          </p>
        ) : null}
      </Section>
      <Section title="Sold">
        <Details
          width="6.5rem"
          items={[
            {
              label: 'Orders',
              value:
                offer.orders > 0 ? (
                  <Link
                    to={paths.orders}
                    search={{ offerId: offer.id } as never}
                    className="opens-rows figures rounded-1"
                  >
                    {number(offer.orders)}
                  </Link>
                ) : (
                  'none yet'
                ),
            },
            { label: 'Booked', value: <span className="figures">{money(offer.bookedMinor, currency)}</span> },
            ...(offer.expert
              ? [
                  {
                    label: 'Share',
                    value:
                      offer.sharePercent === null
                        ? `none agreed with ${offer.expert.name}`
                        : `${number(offer.sharePercent)}% for ${offer.expert.name}`,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="Where it stands">
        <Details
          width="6.5rem"
          items={[
            { label: 'State', value: stateWords[offer.state].label },
            {
              label: 'Playbook',
              value: offer.playbook ? (
                <Link to={paths.playbook(offer.playbook.slug)} className="opens-rows rounded-1">
                  {offer.playbook.title}
                </Link>
              ) : (
                'with none; it opens by its checkout link'
              ),
            },
            { label: 'Drafted', value: moment(offer.createdAt) },
            { label: 'Changed', value: moment(offer.updatedAt) },
          ]}
        />
      </Section>
    </>
  );
}
