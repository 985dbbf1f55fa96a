import { fillSample } from '../../src/sample/sample.ts';
import type { TestHouse } from './harness.ts';

/** Fills the house's sample workspace as a first start does, with the house's own hands doing the jobs. */
export async function fillSampleOf(house: TestHouse): Promise<void> {
  let isFilled = false;
  const filling = fillSample(house.platform, house.app, new AbortController().signal).finally(() => {
    isFilled = true;
  });
  while (!isFilled) await house.settle();
  await filling;
  await house.settle();
}
