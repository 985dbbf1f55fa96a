import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Shape } from '../../api/shapes.ts';
import type { Sort } from '../../ui/data-table.tsx';
import type { FilterKind, Filters } from '../../ui/filters.tsx';
import { grades, stages } from './words.ts';

type View = Shape<'SavedView'>;
type Search = Record<string, string>;
export type LeadQuery = Record<string, string | undefined>;

/** What of the address decides which leads are shown. */
const filterNames = [
  'q',
  'stage',
  'segment',
  'grade',
  'quietDays',
  'confirmed',
  'suspect',
  'playbook',
] as const;

export const sorts: { value: string; label: string }[] = [
  { value: 'quiet', label: 'longest quiet' },
  { value: 'newest', label: 'newest' },
  { value: 'fit', label: 'best fit' },
  { value: 'engagement', label: 'most engaged' },
  { value: 'name', label: 'name' },
];

/** Columns that the API can sort by, and how. */
const columnSorts: Record<string, { sort: string; direction: Sort['direction'] }> = {
  lead: { sort: 'name', direction: 'ascending' },
  score: { sort: 'fit', direction: 'descending' },
  quiet: { sort: 'quiet', direction: 'descending' },
  captured: { sort: 'newest', direction: 'descending' },
};

/** The list as the address tells it: the saved view underneath, what the address says itself on top. */
export function useLeadsQuery(views: View[]) {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const view = views.find((one) => one.id === search.view);
  const kept = Object.fromEntries(
    Object.entries(view?.query ?? {})
      .filter(([name, value]) => name !== 'columns' && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ) as LeadQuery;
  const own = Object.fromEntries(
    filterNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  ) as LeadQuery;
  // "-" in the address takes out what the view says.
  const merged = { ...kept, ...own };
  const { sort: keptSort, ...rest } = merged;
  const filters = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value && value !== '-'),
  ) as LeadQuery;
  const sort = search.sort ?? keptSort ?? 'quiet';

  const put = (next: Search) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: next as never });
  const without = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));

  return {
    view,
    viewId: view?.id ?? 'all',
    filters,
    sort,
    search,
    isChanged:
      Object.keys(own).some((name) => own[name] !== kept[name]) ||
      (search.sort ?? sort) !== (keptSort ?? 'quiet'),
    isFiltered: Object.keys(filters).length > 0,
    showView: (id: string) => put(id === 'all' ? {} : { view: id }),
    show: (next: Search) => put(next),
    reset: () => put(view ? { view: view.id } : {}),
    set: (name: string, value: string | undefined) => {
      const base = without([name]);
      if (value) put({ ...base, [name]: value });
      else put(kept[name] ? { ...base, [name]: '-' } : base);
    },
    setFilters: (next: Filters) => {
      const base = without(filterNames.filter((name) => name !== 'q'));
      for (const name of filterNames) {
        if (name === 'q') continue;
        const value = next[name]?.join(',');
        if (value && value !== kept[name]) base[name] = value;
        else if (!value && kept[name]) base[name] = '-';
      }
      put(base);
    },
  };
}

/** The words of the filters. */
export function filterKinds(segments: Shape<'Segment'>[]): FilterKind[] {
  const yesNo = [
    { value: 'yes', label: 'yes' },
    { value: 'no', label: 'no' },
  ];
  return [
    { id: 'stage', label: 'Stage', options: stages },
    {
      id: 'segment',
      label: 'Segment',
      options: segments.map(({ id, name }) => ({ value: id, label: name })),
    },
    { id: 'grade', label: 'Score', options: grades.map((grade) => ({ value: grade, label: grade })) },
    {
      id: 'quietDays',
      label: 'Quiet',
      verb: 'at least',
      options: ['3', '7', '14', '30'].map((days) => ({ value: days, label: `${days} days` })),
    },
    { id: 'confirmed', label: 'E-mail confirmed', options: yesNo },
    { id: 'suspect', label: 'May not be a person', options: yesNo },
  ].filter((kind) => kind.options.length > 0);
}

/** Filters that take one value only: the newest choice holds. */
export const single = new Set(['segment', 'quietDays', 'confirmed', 'suspect']);

export const toFilters = (query: LeadQuery): Filters =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      name === 'q' || !value ? [] : [[name, value.split(',')]],
    ),
  );

/** Which column the sorting stands in, for the table's head. */
export function sortOfColumns(sort: string): Sort | undefined {
  const found = Object.entries(columnSorts).find(([, one]) => one.sort === sort);
  return found ? { column: found[0], direction: found[1].direction } : undefined;
}

export const sortOfColumn = (column: string): string | undefined => columnSorts[column]?.sort;
