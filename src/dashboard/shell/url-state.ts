import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type SearchParams = Record<string, string>;

/** One value of the address's query, with the way to change it. `undefined` takes it out. */
export function useUrlState(
  name: string,
): [string | undefined, (value: string | undefined, options?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as SearchParams;
  const navigate = useNavigate();
  const set = useCallback(
    (value: string | undefined, options?: { push?: boolean }) => {
      void navigate({
        to: '.',
        hash: true,
        replace: !options?.push,
        resetScroll: false,
        search: (now: SearchParams) => {
          const { [name]: _, ...rest } = now;
          return value === undefined || value === '' ? rest : { ...rest, [name]: value };
        },
      } as never);
    },
    [name, navigate],
  );
  return [search[name], set];
}

/** Addresses carry plain words: `?view=mine&rows=orders.newsletter`, never JSON. */
export const plainSearch = {
  parse: (text: string): SearchParams => Object.fromEntries(new URLSearchParams(text)),
  stringify: (search: Record<string, unknown>): string => {
    const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
    return text ? `?${text}` : '';
  },
};
