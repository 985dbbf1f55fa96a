import { Clock, ListOrdered, Mail, MousePointerClick, Tag, Video } from 'lucide-react';
import { useState } from 'react';
import { BulkAction, BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { StateMark } from '../ui/chip.tsx';
import { type Column, DataTable, type Sort } from '../ui/data-table.tsx';
import { EvidenceDrawer } from '../ui/evidence-drawer.tsx';
import { FilterBar, type Filters } from '../ui/filters.tsx';
import { MailPreview } from '../ui/mail-preview.tsx';
import { Path, ReasonList, Timeline, WhatHappensNext } from '../ui/record.tsx';
import { useSelection } from '../ui/selection.ts';
import { ViewTabs } from '../ui/tabs.tsx';
import { tell } from '../ui/toasts.tsx';

const names = [
  'Noor Tamberlin',
  'Wies Okkerman',
  'Davor Petrisek',
  'Linnea Aspenrud',
  'Tomás Veridal',
  'Ottilie Fenwarden',
];
const rows = names.map((name, at) => ({ id: String(at), name, company: 'Studio Halvorn', quiet: 8 + at }));
type Row = (typeof rows)[number];

const columns: Column<Row>[] = [
  {
    id: 'name',
    header: 'Lead',
    sortable: true,
    cell: (row) => (
      <>
        <strong>{row.name}</strong> <span className="text-ink-2">{row.company}</span>
      </>
    ),
  },
  { id: 'signal', header: 'Last signal', cell: () => 'Watched 4:06 of her video' },
  {
    id: 'quiet',
    header: 'Quiet',
    align: 'end',
    width: '5rem',
    sortable: true,
    cell: (row) => `${row.quiet} d`,
  },
  {
    id: 'next',
    header: 'What happens next',
    cell: () => (
      <StateMark tone="wait" icon={<Clock />}>
        Follow-up waits for you
      </StateMark>
    ),
  },
];

export function GalleryTable() {
  const [sort, setSort] = useState<Sort>({ column: 'quiet', direction: 'descending' });
  const [filters, setFilters] = useState<Filters>({ stage: ['hand'] });
  const [drawer, setDrawer] = useState(false);
  const selection = useSelection(
    rows.map((row) => row.id),
    23,
  );
  return (
    <>
      <ViewTabs
        views={[
          { id: 'all', label: 'All', count: 4286 },
          { id: 'hand', label: 'Raised a hand, no order', count: 23 },
        ]}
        value="hand"
        onChange={() => undefined}
        onAdd={() => undefined}
        aside="Shared with the team · edited by Jonas, 2 Nov"
      />
      <FilterBar
        kinds={[
          {
            id: 'stage',
            label: 'Stage',
            options: [
              { value: 'hand', label: 'Hand raised' },
              { value: 'video', label: 'Video watched' },
            ],
          },
          { id: 'order', label: 'Order', options: [{ value: 'none', label: 'none' }] },
        ]}
        filters={filters}
        onChange={setFilters}
        find={{ value: '', onChange: () => undefined }}
      />
      <DataTable
        caption="Leads"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selection={selection}
        foot={{ name: '6 leads' }}
        phone={(row) => ({
          title: row.name,
          note: 'Follow-up waits for you',
          end: 'A1',
          endNote: `${row.quiet} d`,
        })}
      />
      <BulkBar selection={selection} total={23}>
        <BulkAction primary icon={<ListOrdered />} onClick={() => tell('Enrolled')}>
          Enrol {selection.count}
        </BulkAction>
        <BulkAction icon={<Tag />} onClick={() => tell('Tagged')}>
          Tag
        </BulkAction>
      </BulkBar>
      <div className="mt-8 grid gap-6 tablet:grid-cols-[1fr_20rem]">
        <div>
          <Path
            label="Stage"
            at="video"
            stages={[
              { id: 'reader', label: 'Reader', when: '28 Oct' },
              { id: 'email', label: 'E-mail', when: '28 Oct' },
              { id: 'video', label: 'Video watched', when: '2 Nov' },
              { id: 'order', label: 'Order' },
            ]}
          />
          <WhatHappensNext
            title="A follow-up waits for your approval."
            actions={
              <>
                <Button>Read and approve</Button>
                <Button look="quiet">Decline</Button>
              </>
            }
          >
            Approved now, it leaves today between 08:40 and 17:00 her time.
          </WhatHappensNext>
          <Timeline
            events={[
              {
                id: '1',
                at: '2026-11-02T21:18:00',
                icon: <Video />,
                title: (
                  <>
                    Watched <strong>4:06 of 5:00</strong>, stopped in the price scene
                  </>
                ),
                points: 14,
              },
              {
                id: '2',
                at: '2026-11-02T21:09:00',
                icon: <Mail />,
                title: 'Opened the video mail',
                note: 'A machine opened it first at 20:51; that one is not counted',
              },
              { id: '3', at: '2026-11-02T20:09:00', icon: <Mail />, title: 'small', small: true },
              {
                id: '4',
                at: '2026-10-28T18:31:00',
                icon: <MousePointerClick />,
                title: 'Came from LinkedIn',
                body: 'How do I price the second site visit?',
              },
            ]}
          />
        </div>
        <ReasonList
          reasons={[
            { points: 32, text: '9 people, the offer’s best size', aside: 'fit' },
            { points: -6, text: 'Quiet for 8 days', aside: 'today' },
          ]}
        />
      </div>
      <Button onClick={() => setDrawer(true)}>Open the evidence</Button>
      <EvidenceDrawer
        open={drawer}
        onClose={() => setDrawer(false)}
        title="€4,720 from Newsletter, last touch"
        note="8 orders booked 12 Oct to 8 Nov whose last human touch in the 30 days before was a newsletter click."
        filters={['Bots out', 'Refunds out']}
        query="select …"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        foot={{ name: '6 orders' }}
        chain={{
          title: 'Ordway Kestrin, from sentence to euro',
          links: [
            {
              label: 'Passage',
              value: '“I lost it on the work nobody had said out loud.”',
              aside: 'Interview 2',
            },
            { label: 'Step', value: '3, List everything' },
          ],
        }}
      />
      <div className="mt-8">
        <MailPreview
          from="marit@quote.example"
          to="noor@halvorn.example"
          subject="Your video, Noor"
          text="Hi Noor"
          html="<p>Hi Noor, <a href='https://example.com'>confirm</a></p>"
        />
      </div>
    </>
  );
}
