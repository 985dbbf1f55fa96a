import type { ReactNode } from 'react';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { minorOf } from './amount.ts';

/** The currencies offered first; any other is kept when it is set through the API. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD'];

export interface TypedPrice {
  amount: string;
  currency: string;
}

/** What is sent for a price; undefined while what is typed is no amount. */
export function priceOf({
  amount,
  currency,
}: TypedPrice): { amountMinor: number; currency: string } | undefined {
  const amountMinor = minorOf(amount, currency);
  return amountMinor === undefined ? undefined : { amountMinor, currency };
}

interface PriceFieldProps {
  price: TypedPrice;
  onChange: (price: TypedPrice) => void;
  error?: ReactNode;
  hint?: ReactNode;
}

/** Amount and currency, as one types them. */
export function PriceField({ price, onChange, error, hint }: PriceFieldProps) {
  const known = CURRENCIES.includes(price.currency) ? CURRENCIES : [price.currency, ...CURRENCIES];
  const isWrong = price.amount.trim() !== '' && !priceOf(price);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
      <Field label="Price" error={isWrong ? 'Write an amount, as in 490 or 49.50.' : error} hint={hint}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          placeholder="490"
          value={price.amount}
          onChange={(event) => onChange({ ...price, amount: event.target.value })}
          className="figures"
        />
      </Field>
      <Field label="Currency">
        <Select
          value={price.currency}
          onChange={(event) => onChange({ ...price, currency: event.target.value })}
        >
          {known.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
