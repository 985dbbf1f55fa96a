import { z } from 'zod';
import { EmailAddress, Id } from '#kernel/shapes';

export const NewCheckout = z
  .object({
    offerId: Id,
    leadId: Id.optional().describe('whose checkout it is; their address is filled in'),
    email: EmailAddress.optional(),
  })
  .meta({ id: 'NewCheckout' });

export const OpenedCheckout = z.object({ id: Id, url: z.string() }).meta({ id: 'OpenedCheckout' });

const line = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .transform((text) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() || null)
    .nullable()
    .catch(null);

/** The form of the checkout as a browser sends it; what is wrong is said on the page. */
export const CheckoutForm = z.object({
  email: z.string().max(400).catch(''),
  name: line(200),
  company: line(200),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .catch(null),
  taxId: line(40),
  deliver: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
  card: z.string().max(40).catch(''),
});
export type CheckoutForm = z.output<typeof CheckoutForm>;
