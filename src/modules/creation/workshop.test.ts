import { expect, it } from 'vitest';
import { readInWorkshop, typesetInWorkshop } from './workshop.ts';

type Text = Parameters<typeof typesetInWorkshop>[0];

it('gives a task up that takes too long, and goes on with the next', async () => {
  // A workshop that is warm answers nonsense within a millisecond; one that reads a hundred thousand sentences does not.
  const busy = readInWorkshop({ text: 'Write the price first. '.repeat(100_000), title: 'Long' });
  const given = Promise.allSettled([busy]);
  const late = typesetInWorkshop({} as Text, 1);
  await expect(late).rejects.toThrow('no answer within');
  await given;
  const { reading } = await readInWorkshop({ text: 'Write the price first.', title: 'Prices' });
  expect(reading.text).toContain('Write the price first.');
});
