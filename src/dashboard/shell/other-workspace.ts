import { pathsOf } from '../paths.ts';
import { areaAt, areasOf } from './navigation.ts';

/** Switching keeps the area (Leads to Leads), never an id, a filter or a selection. */
export function addressInOther(pathname: string, from: string, to: string): string {
  const area = areaAt(areasOf(pathsOf(from)), pathname);
  const same = area && areasOf(pathsOf(to)).find((other) => other.id === area.id);
  return same?.to ?? pathsOf(to).home;
}
