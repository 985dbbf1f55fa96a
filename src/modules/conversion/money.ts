/** How many minor units one unit of a currency has, as a power of ten: 2 for EUR, 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as people read it: `€490.00`. */
export function money(amountMinor: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(
    amountMinor / 10 ** digitsOf(currency),
  );
}

/** An amount without its zeros, for offers: `€490`, `€29.50`. */
export const roundMoney = (amountMinor: number, currency: string): string =>
  amountMinor % 10 ** digitsOf(currency) === 0
    ? new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        amountMinor / 10 ** digitsOf(currency),
      )
    : money(amountMinor, currency);
