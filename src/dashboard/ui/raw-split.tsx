import { User } from 'lucide-react';
import { useUrlState } from '../shell/url-state.ts';
import { Segmented } from './choice.tsx';

/** Whether machines are shown: `people` (default) or `raw`, kept in the address. */
export function useRawSplit() {
  const [split, setSplit] = useUrlState('split');
  return { raw: split === 'raw', set: (raw: boolean) => setSplit(raw ? 'raw' : undefined) };
}

/** People or Raw: one switch per page. It changes numbers and adds a column, and never removes rows. */
export function RawSplit() {
  const { raw, set } = useRawSplit();
  return (
    <Segmented
      label="Count people or everything"
      value={raw ? 'raw' : 'people'}
      onChange={(value) => set(value === 'raw')}
      options={[
        { value: 'people', label: 'People', icon: <User aria-hidden /> },
        { value: 'raw', label: 'Raw' },
      ]}
    />
  );
}
