import { Bars } from '../ui/bars.tsx';
import { AgainstTarget, Estimate } from '../ui/estimate.tsx';
import { IntervalPlot } from '../ui/interval-plot.tsx';
import { KeyNumbers } from '../ui/key-numbers.tsx';
import { RawSplit } from '../ui/raw-split.tsx';
import { shortMoney } from '../ui/words.ts';
import { Part } from './part.tsx';

const weeks = [1000, 500, 1500, 1400, 2000, 1500, 2000, 2450, 2000, 3750, 2850, 4230];

export function GalleryNumbers() {
  return (
    <>
      <div className="mb-8 grid gap-8 tablet:grid-cols-2">
        <Part title="Estimate with interval">
          <Estimate
            label="E-mail left"
            rate={{ part: 1728, of: 8912, low: 0.186, high: 0.202, target: 0.2 }}
          />
          <Estimate
            label="Video watched"
            rate={{ part: 64, of: 549, low: 0.092, high: 0.146, target: 0.15 }}
          />
          <Estimate label="Ordered" rate={{ part: 7, of: 18, low: 0.2, high: 0.61, target: 0.4 }} />
          <Estimate label="New" rate={{ part: 1, of: 4, low: 0.05, high: 0.7, target: 0.4 }} />
          <div className="mt-2 flex gap-5">
            <AgainstTarget rate={{ part: 64, of: 549, low: 0.092, high: 0.146, target: 0.15 }} />
            <AgainstTarget rate={{ part: 1728, of: 8912, low: 0.186, high: 0.202, target: 0.2 }} />
            <RawSplit />
          </div>
        </Part>
        <IntervalPlot
          title="Benefit is out. Problem leads Question, not decided yet."
          arms={[
            { label: 'Problem', rate: { part: 20, of: 260, low: 0.031, high: 0.122 } },
            { label: 'Question', rate: { part: 11, of: 260, low: 0.008, high: 0.077 } },
            { label: 'Benefit', rate: { part: 4, of: 260, low: 0.0001, high: 0.036 } },
          ]}
        />
      </div>
      <KeyNumbers
        label="This week"
        numbers={[
          {
            id: 'readers',
            label: 'Readers',
            value: '2,184',
            rows: 'readers',
            note: 'people',
            split: { people: 2184, machines: 427, note: '+ 427 bots set aside' },
          },
          {
            id: 'emails',
            label: 'E-mails',
            value: '431',
            rows: 'emails',
            rate: { part: 431, of: 2184, low: 0.18, high: 0.21, target: 0.2 },
          },
          {
            id: 'trials',
            label: 'Trials',
            value: '126',
            rows: 'trials',
            rate: { part: 126, of: 431, low: 0.25, high: 0.34, target: 0.3 },
          },
          { id: 'booked', label: 'Booked', value: '€4,230', rows: 'booked', note: '7 orders' },
        ]}
      />
      <Bars
        title="The best week of twelve"
        note="Booked per week, €24,940 in 46 orders"
        unit="Booked"
        format={(value) => `€${value.toLocaleString('en')}`}
        axis={(value) => (value ? shortMoney(100 * value, 'EUR') : '0')}
        bars={weeks.map((value, at) => ({ label: `${17 + at} Aug`, value, accent: at === 11 }))}
        notes={[{ after: 6, text: 'Gate moved from step 4 to 3' }]}
        csvName="weeks"
      />
    </>
  );
}
