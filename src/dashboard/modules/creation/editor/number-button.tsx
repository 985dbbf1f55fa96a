import type { Citation, Place } from '../shapes.ts';
import { useDesk } from './desk.ts';
import { keyOfCitation } from './fields.ts';

/** The yellow number of a citation, where it does not stand inside prose; opens the passage. */
export function NumberButton({ place, citation, of }: { place: Place; citation: Citation; of?: string }) {
  const desk = useDesk();
  const number = desk.numbers.get(keyOfCitation(citation)) ?? 0;
  return (
    <button
      type="button"
      aria-label={`Source ${number}${of ? `, ${of}` : ''}`}
      onClick={(event) => desk.openCitation({ place, citation, number, anchor: event.currentTarget })}
      className="figures relative inline-flex h-[1.0625rem] min-w-[1.0625rem] items-center justify-center rounded-[3px] bg-mark px-1 font-strong text-[0.6875rem] text-mark-ink leading-none after:absolute after:-inset-1"
    >
      {number}
    </button>
  );
}
