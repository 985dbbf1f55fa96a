import { offers } from '#modules/conversion';
import type { SampleExpert } from './experts.ts';
import type { SampleHouse } from './sample.ts';

/** Makes and publishes what the expert sells behind the playbook. */
export async function makeOffer(
  { inside }: SampleHouse,
  { offer }: SampleExpert,
  playbookId: string,
): Promise<void> {
  await inside(async (ctx) => {
    const known = (await offers.list(ctx, { limit: 200 })).data.find(({ name }) => name === offer.name);
    const { price, ...words } = offer;
    const made = known ?? (await offers.create(ctx, { ...words, playbookId, price }));
    if (made.state === 'draft') await offers.publish(ctx, made.id);
  });
}
