import type { MeasureKey } from './keys.ts';
import type { Measure } from './measure.ts';
import { mailMeasures } from './measures/mail.ts';
import { peopleMeasures } from './measures/people.ts';
import { readingMeasures } from './measures/reading.ts';
import { salesMeasures } from './measures/sales.ts';
import { workMeasures } from './measures/work.ts';

/** Everything that can be counted. */
export const MEASURES: Readonly<Record<MeasureKey, Measure>> = {
  ...peopleMeasures,
  ...readingMeasures,
  ...salesMeasures,
  ...mailMeasures,
  ...workMeasures,
};
/** Besides the columns of a measure, any number can be split by the time of its rows. */
export const TIME_SPLITS = ['day', 'week', 'month'] as const;
