import type { components } from '../../api/generated.ts';

/** The shapes of the creation screens, as the API's document names them. */
type Shapes = components['schemas'];

export type PlaybookSummary = Shapes['PlaybookSummary'];
export type Playbook = Shapes['Playbook'];
export type Extraction = Shapes['Extraction'];
export type Version = Shapes['Version'];
export type VersionWithContent = Shapes['VersionWithContent'];
export type Review = Shapes['Review'];
export type Score = Review['scores'][number];
export type Finding = Shapes['Finding'];
export type Criterion = Score['criterion'];
export type Comment = Shapes['Comment'];
export type Expert = Shapes['Expert'];
export type SourceSummary = Shapes['SourceSummary'];
export type Source = Shapes['Source'];
export type Passage = Shapes['Passage'];
export type PassageInContext = Shapes['PassageInContext'];

export type Draft = Shapes['Draft'];
export type Step = Draft['steps'][number];
export type CitedText = NonNullable<Draft['outcome']>;
export type Citation = CitedText['citations'][number];
export type Blank = Step['blanks'][number];
export type Place = Finding['place'];

/** What a page of a list answers. */
export interface PageOf<T> {
  data: T[];
  nextCursor: string | null;
}
