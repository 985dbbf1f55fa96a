import { expect, it } from 'vitest';
import { readInWorkshop, typesetInWorkshop } from './workshop.ts';

type Text = Parameters<typeof typesetInWorkshop>[0];

it('gives a task up that takes too long, and goes on with the next', async () => {
  const late = typesetInWorkshop({} as Text, 1);
  await expect(late).rejects.toThrow('no answer within');
  const { reading } = await readInWorkshop({ text: 'Write the price first.', title: 'Prices' });
  expect(reading.text).toContain('Write the price first.');
});
