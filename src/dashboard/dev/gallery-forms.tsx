import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioList, Segmented, Switch } from '../ui/choice.tsx';
import { Field, Input, Select } from '../ui/field.tsx';
import { Part } from './part.tsx';

export function GalleryForms() {
  const [on, setOn] = useState(true);
  const [view, setView] = useState('people');
  return (
    <div className="mb-8 grid gap-8 tablet:grid-cols-2">
      <Part title="Buttons: one filled per view">
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Approve 9</Button>
          <Button>Edit</Button>
          <Button look="quiet">Decline</Button>
          <Button look="danger" icon={<Trash2 />}>
            Delete list
          </Button>
          <Button blocked="2 checks are red">Publish version 5</Button>
          <Button busy="Checking">Check</Button>
        </div>
        <p className="mt-2 text-ink-2 text-xs">
          A button that cannot be used stays readable, can take focus and says why next to it:{' '}
          <span className="text-bad-ink">2 checks are red.</span>
        </p>
      </Part>
      <Part title="Fields">
        <div className="grid gap-3 phone:grid-cols-3">
          <Field label="Daily cap" hint="Holds across all campaigns">
            <Input defaultValue="40" />
          </Field>
          <Field label="Link name">
            <Input lead="/l/" defaultValue="three-jobs" />
          </Field>
          <Field label="E-mail" error="Ends too early. Add the part after the dot.">
            <Input defaultValue="noor@studiohalvorn" />
          </Field>
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-5">
          <Checkbox label="Deliver at once" checked={on} onChange={setOn} />
          <Switch label="Alone" checked={on} onChange={setOn} />
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: 'people', label: 'People' },
              { value: 'raw', label: 'Raw' },
            ]}
          />
          <Select className="w-40" aria-label="Zone">
            <option>Europe/Berlin</option>
          </Select>
          <RadioList
            label="Reach"
            value={view}
            onChange={setView}
            options={[
              { value: 'people', label: 'Two people', note: 'alone' },
              { value: 'raw', label: 'More', note: 'asks' },
            ]}
          />
        </div>
      </Part>
    </div>
  );
}
