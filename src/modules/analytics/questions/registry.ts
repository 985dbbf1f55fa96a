import type { Measure } from './measure.ts';
import { mailMeasures } from './measures/mail.ts';
import { peopleMeasures } from './measures/people.ts';
import { readingMeasures } from './measures/reading.ts';
import { salesMeasures } from './measures/sales.ts';
import { workMeasures } from './measures/work.ts';

const all = { ...peopleMeasures, ...readingMeasures, ...salesMeasures, ...mailMeasures, ...workMeasures };
export type MeasureKey = keyof typeof all;

/** Everything that can be counted. */
export const MEASURES: Readonly<Record<MeasureKey, Measure>> = all;
export const MEASURE_KEYS = Object.keys(all) as [MeasureKey, ...MeasureKey[]];
/** Besides the columns of a measure, any number can be split by the time of its rows. */
export const TIME_SPLITS = ['day', 'week', 'month'] as const;
