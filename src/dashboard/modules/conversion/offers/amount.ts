/** How many digits a currency has behind the point: EUR 2, JPY 0. */
function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * What somebody typed as an amount, in minor units: "1,490.50" and "1490,50" are 149050. Undefined when it is none, or
 * could be read in two ways.
 */
export function minorOf(typed: string, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const bare = typed.replace(/[\s’']/g, '');
  const tail = digits > 0 ? new RegExp(`([.,])(\\d{1,${digits}})$`).exec(bare) : null;
  const [ending = '', point = '', cents = ''] = tail ?? [];
  const whole = bare.slice(0, bare.length - ending.length);
  const isGrouped = /^\d{1,3}(\.\d{3})+$|^\d{1,3}(,\d{3})+$/.test(whole) && !(point && whole.includes(point));
  if (!isGrouped && !/^\d+$/.test(whole)) return undefined;
  return Number(whole.replace(/[.,]/g, '')) * 10 ** digits + Number(cents.padEnd(digits, '0') || 0);
}

/** Minor units as one would type them: 149050 EUR is "1490.50", 149000 is "1490". */
export function amountText(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const amount = minor / 10 ** digits;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits);
}
