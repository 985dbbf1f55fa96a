import type { ListedSource, PassageRow, PassageUseRow } from './queries.ts';
import type { Passage, SourceSummary } from './shapes.ts';

export function showSummary({
  source,
  expert,
  passageCount,
  usedInSteps,
  duplicateOfTitle,
}: ListedSource): SourceSummary {
  return {
    id: source.id,
    kind: source.kind,
    format: source.format,
    title: source.title || source.fileName || source.url || 'Untitled source',
    expert,
    status: source.status,
    problem: source.problem ? { code: source.problemCode ?? 'unknown', sentence: source.problem } : null,
    wordCount: source.wordCount,
    passageCount,
    usedInSteps,
    url: source.url,
    fileName: source.fileName,
    duplicateOf: source.duplicateOfId ? { id: source.duplicateOfId, title: duplicateOfTitle ?? '' } : null,
    importedAt: source.importedAt?.toISOString() ?? null,
    createdAt: source.createdAt.toISOString(),
  };
}

export function showPassages(rows: PassageRow[], uses: PassageUseRow[]): Passage[] {
  const usesOf = Map.groupBy(uses, (use) => use.passageId);
  return rows.map((row) => ({
    id: row.id,
    start: row.startOffset,
    end: row.endOffset,
    quote: row.quote,
    kind: row.kind,
    heading: row.heading,
    speaker: row.speaker,
    timeMs: row.timeMs,
    page: row.page,
    usedIn: (usesOf.get(row.id) ?? []).map(({ passageId: _, ...use }) => use),
  }));
}
