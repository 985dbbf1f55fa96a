import { fromGerund, imperativeOf } from './imperative.ts';
import type { Unit } from './signals.ts';
import { METHOD_THRESHOLDS } from './thresholds.ts';
import { verbHood } from './verbs.ts';

/** One step in the making: where its name comes from and what stands directly under it. */
export interface Anchor {
  /** The words the title is made of, in order of preference. */
  name: string;
  unit: Unit;
  /** Units that belong to it by structure (its section, its list item, its stretch of speech). */
  scope: Unit[];
  action: boolean;
  /** Facts a table states about the step, by column. */
  columns?: { minutes?: string; outcome?: string };
}

export interface Skeleton {
  kind: 'list' | 'headings' | 'table' | 'prose';
  source: number;
  anchors: Anchor[];
  ordered: boolean;
  score: number;
}

const NUMBERED =
  /^(?:step|part|phase|stage|rule|day|week|#)?\s*(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\s*[.:)–—-]+\s*/i;

/** Whether a name says to do something; "Step 3: …" counts by its place, a gerund by its verb. */
function isAction(name: string): boolean {
  const bare = headOf(name);
  return imperativeOf(bare) !== undefined || fromGerund(bare) !== undefined;
}

/** The name proper: no numbering, no remark after a dash, no second sentence. */
export function headOf(name: string): string {
  const bare = name.replace(NUMBERED, '').trim();
  return (/^(.{4,}?)(?:[.!]\s+[-–—]?\s*(?=[\p{Lu}“"]).*|\s+[-–—]+\s+.*)$/su.exec(bare)?.[1] ?? bare).trim();
}

/** Beside actions, a name that opens with a word that may be a verb is one too ("Gain consensus"). */
function mayAct(name: string): boolean {
  const [first = '', second = ''] = headOf(name)
    .toLowerCase()
    .split(/[\s.]+/);
  return verbHood(first.replace(/-.*$/, '')) !== undefined && second !== '' && second !== 'of';
}

/** How well a number of steps fits a playbook: 5 to 14 fully, less on both sides. */
function countFit(count: number): number {
  if (count < 2) return 0;
  if (count < 5) return [0, 0, 0.3, 0.65, 0.85][count] ?? 0;
  return count <= 14 ? 1 : count <= 22 ? 0.8 : 0.5;
}

function scored(
  kind: Skeleton['kind'],
  anchors: Anchor[],
  ordered: boolean,
  total: number,
): Skeleton | undefined {
  const first = anchors[0];
  if (first === undefined || anchors.length < METHOD_THRESHOLDS.fewestAnchors) return undefined;
  const certain = anchors.filter((anchor) => anchor.action).length / anchors.length;
  if (certain >= 0.5) for (const anchor of anchors) anchor.action ||= mayAct(anchor.name);
  const acting = anchors.filter((anchor) => anchor.action).length / anchors.length;
  const words = anchors.reduce(
    (sum, anchor) => sum + anchor.scope.reduce((own, unit) => own + unit.words, 0),
    0,
  );
  const coverage = Math.min(1, words / Math.max(1, total));
  const short = anchors.filter((anchor) => anchor.name.length <= 110).length / anchors.length;
  const score =
    countFit(anchors.length) *
    (0.3 + 0.7 * acting) *
    (ordered ? 1.35 : kind === 'list' ? 0.75 : 1) *
    (0.55 + 0.45 * coverage) *
    (0.6 + 0.4 * short);
  return { kind, source: first.unit.source, anchors, ordered, score: acting < 0.34 ? score * 0.5 : score };
}

/** All candidate skeletons that structure alone offers in one source's units. */
export function structuralSkeletons(units: Unit[]): Skeleton[] {
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  const found = [
    ...listSkeletons(units, total),
    ...headingSkeletons(units, total),
    ...tableSkeletons(units, total),
  ];
  return found.sort((a, b) => b.score - a.score);
}

interface List {
  ordered: boolean;
  heading: string;
  parent: string;
  anchors: Anchor[];
  last: number;
}

function listsOf(units: Unit[]): List[] {
  const lists: List[] = [];
  let open: List | undefined;
  let openBlock = -1;
  units.forEach((unit, index) => {
    const { list, kind, headings, block, inBlock, quote } = unit.passage;
    if (kind !== 'item' || list === undefined) {
      // A sentence between numbered items belongs to the item before it only when the count goes on after it.
      if (open !== undefined && kind === 'heading') open = undefined;
      return;
    }
    if (list.depth > 0) {
      const anchor = open?.anchors.at(-1);
      if (anchor !== undefined && open !== undefined) {
        anchor.scope.push(unit);
        open.last = index;
      }
      return;
    }
    if (inBlock > 0 && block === openBlock) {
      open?.anchors.at(-1)?.scope.push(unit);
      return;
    }
    const goesOn =
      open !== undefined &&
      open.ordered === list.ordered &&
      (list.ordered
        ? (list.number ?? 0) !== 1 && index - open.last < 12
        : index - open.last === 1 || unitsBetween(units, open.last, index) === 0);
    if (!goesOn) {
      open = {
        ordered: list.ordered,
        heading: headings.at(-1) ?? '',
        parent: headings.slice(0, -1).join('>'),
        anchors: [],
        last: index,
      };
      lists.push(open);
    }
    open?.anchors.push({
      name: quote,
      unit,
      scope: [unit],
      action: unit.imperative !== undefined || isAction(quote) || (list.ordered && !unit.english),
    });
    if (open !== undefined) open.last = index;
    openBlock = block;
  });
  return lists;
}

function unitsBetween(units: Unit[], from: number, to: number): number {
  let count = 0;
  for (let at = from + 1; at < to; at += 1) if (units[at]?.passage.kind !== 'item') count += 1;
  return count;
}

function listSkeletons(units: Unit[], total: number): Skeleton[] {
  const lists = listsOf(units);
  const found: Skeleton[] = [];
  for (const list of lists) {
    const one = scored('list', list.anchors, list.ordered, total);
    if (one !== undefined) found.push(one);
  }
  // Sibling sections that each hold a stretch of one procedure: size up, stabilise, update, verify.
  const parents = new Map<string, List[]>();
  for (const list of lists) {
    if (!list.ordered || list.heading === '') continue;
    parents.set(list.parent, [...(parents.get(list.parent) ?? []), list]);
  }
  for (const siblings of parents.values()) {
    if (siblings.length < 2) continue;
    const anchors = siblings.flatMap((list) => withIntroduction(list, units));
    const joined = scored('list', anchors, true, total);
    if (joined !== undefined) found.push(joined);
  }
  return found;
}

/** What a section says before its list leads in the list's first item. */
function withIntroduction(list: List, units: Unit[]): Anchor[] {
  const [first, ...rest] = list.anchors;
  if (first === undefined) return [];
  const path = first.unit.passage.headings.join('>');
  const at = units.indexOf(first.unit);
  const lead = units
    .slice(Math.max(0, at - 8), at)
    .filter((unit) => unit.passage.kind === 'sentence' && unit.passage.headings.join('>') === path);
  return [{ ...first, scope: [...lead, ...first.scope] }, ...rest];
}

function headingSkeletons(units: Unit[], total: number): Skeleton[] {
  const groups = new Map<string, Anchor[]>();
  const open: { level: number; anchor: Anchor }[] = [];
  for (const unit of units) {
    const { kind, level = 2, headings, quote } = unit.passage;
    if (kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const anchor: Anchor = { name: quote, unit, scope: [], action: isAction(quote) };
      const key = `${level}|${headings.join('>')}`;
      groups.set(key, [...(groups.get(key) ?? []), anchor]);
      open.push({ level, anchor });
    } else {
      for (const { anchor } of open) anchor.scope.push(unit);
    }
  }
  const byLevel = new Map<string, Anchor[]>();
  for (const [key, anchors] of groups) {
    const level = key.split('|')[0] ?? '';
    byLevel.set(level, [...(byLevel.get(level) ?? []), ...anchors]);
  }
  const found: Skeleton[] = [];
  for (const anchors of [...groups.values(), ...byLevel.values()]) {
    const filled = anchors.filter((anchor) => anchor.scope.length > 0);
    const ordered =
      filled.filter((anchor) => NUMBERED.test(anchor.name)).length >= Math.max(3, filled.length * 0.6);
    const acting = filled.filter((anchor) => anchor.action);
    const kept = ordered
      ? filled.filter((anchor) => NUMBERED.test(anchor.name))
      : acting.length >= 3
        ? withLeftovers(filled)
        : filled;
    const one = scored(
      'headings',
      kept.map((anchor) => (ordered ? { ...anchor, action: true } : anchor)),
      ordered,
      total,
    );
    if (one !== undefined) {
      const share = ordered ? 1 : acting.length / Math.max(1, filled.length);
      found.push({ ...one, score: one.score * (0.45 + 0.55 * share) });
    }
  }
  return found;
}

/** Sections that name no action go to the one before them, so that their advice is not lost. */
function withLeftovers(anchors: Anchor[]): Anchor[] {
  const kept: Anchor[] = [];
  for (const anchor of anchors) {
    if (anchor.action) kept.push({ ...anchor, scope: [...anchor.scope] });
    else if (
      !/^(?:additional |further )?(?:resources|references|reading|examples?|notes?|appendix|see also|about)\b/i.test(
        anchor.name,
      )
    ) {
      kept.at(-1)?.scope.push(...anchor.scope.filter((unit) => unit.strength > 1));
    }
  }
  return kept;
}

function tableSkeletons(units: Unit[], total: number): Skeleton[] {
  const found: Skeleton[] = [];
  let header: string[] | undefined;
  let anchors: Anchor[] = [];
  let column = -1;
  const close = () => {
    const one = scored('table', anchors, true, total);
    if (one !== undefined) found.push({ ...one, score: one.score * 0.95 });
    header = undefined;
    anchors = [];
    column = -1;
  };
  let lastBlock = -2;
  for (const unit of units) {
    if (unit.passage.kind !== 'row') continue;
    if (unit.passage.block !== lastBlock + 1) close();
    lastBlock = unit.passage.block;
    const cells = unit.passage.quote.split('|').map((cell) => cell.trim());
    if (header === undefined) {
      header = cells.map((cell) => cell.toLowerCase());
      column = header.findIndex((cell) => /^(?:the )?(?:steps?|what to do|do this|action|task)$/.test(cell));
      continue;
    }
    const name = cells[column];
    if (column < 0 || name === undefined || name.length < 4) continue;
    const minutes = cells[header.findIndex((cell) => /^(?:minutes|time|how long|duration|min)\b/.test(cell))];
    const outcome =
      cells[
        header.findIndex((cell) => /^(?:you have|outcome|result|output|at the end|you end|done)/.test(cell))
      ];
    anchors.push({
      name,
      unit,
      scope: [unit],
      action: isAction(name),
      columns: {
        ...(minutes === undefined ? {} : { minutes }),
        ...(outcome === undefined ? {} : { outcome }),
      },
    });
  }
  close();
  return found;
}
