/** Numbers, money, dates and ranges as the interface writes them (UX §7), in the viewer's locale and zone. */

const locale = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;

const whole = new Intl.NumberFormat(locale);

/** 1284 → "1,284". Never 1.3k in a table. */
export function number(value: number): string {
  return minus(whole.format(value));
}

/** Minor units and a currency → "€4,230"; `cents` only on documents and at checkout. */
export function money(minor: number, currency: string, cents = false): string {
  const digits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: cents ? digits : 0,
    maximumFractionDigits: cents ? digits : 0,
  });
  return minus(format.format(minor / 10 ** digits));
}

/** Axis money: €4k. */
export function shortMoney(minor: number, currency: string): string {
  return minus(
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumFractionDigits: 1,
    }).format(minor / 100),
  ).toLowerCase();
}

/** A share with one decimal from 100 people up, none below: percent(64, 549) → "11.7%". */
export function percent(part: number, of: number): string {
  if (of === 0) return 'none yet';
  return `${((100 * part) / of).toFixed(of >= 100 ? 1 : 0)}%`;
}

/** "64 of 549" */
export function ofWhat(part: number, of: number): string {
  return `${number(part)} of ${number(of)}`;
}

/** 0.2 and 0.61 → "20–61%", with a true minus. */
export function range(low: number, high: number, digits = 0): string {
  return `${minus((100 * low).toFixed(digits))}–${minus((100 * high).toFixed(digits))}%`;
}

/** One noun for one, another for all else: plural(1, 'lead') → "1 lead". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function minus(text: string): string {
  return text.replace(/^-|(?<=[^\d])-(?=\d)/g, '−');
}

type When = string | number | Date;

/** "08:40" */
export function clockTime(when: When): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(when),
  );
}

/** "Thu 12 Nov", with the year only when it is not this one. */
export function day(when: When, now: When = Date.now()): string {
  const date = new Date(when);
  const year = date.getFullYear() === new Date(now).getFullYear() ? undefined : ('numeric' as const);
  return parts(date, { weekday: 'short', day: 'numeric', month: 'short', year });
}

/** "12 Nov": in tables, where the weekday is noise. */
export function shortDay(when: When, now: When = Date.now()): string {
  const date = new Date(when);
  const year = date.getFullYear() === new Date(now).getFullYear() ? undefined : ('numeric' as const);
  return parts(date, { day: 'numeric', month: 'short', year });
}

/** "Monday 2 November": heads of days in a timeline. */
export function longDay(when: When): string {
  return parts(new Date(when), { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "today 08:40", "Thu 12 Nov, 09:00". */
export function moment(when: When, now: When = Date.now()): string {
  const apart = daysApart(when, now);
  if (apart === 0) return `today ${clockTime(when)}`;
  if (apart === 1) return `tomorrow ${clockTime(when)}`;
  if (apart === -1) return `yesterday ${clockTime(when)}`;
  return `${day(when, now)}, ${clockTime(when)}`;
}

/** "just now", "12 min", "3 h", "6 d", then the date. */
export function age(when: When, now: When = Date.now()): string {
  const seconds = Math.max(0, (new Date(now).getTime() - new Date(when).getTime()) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  if (seconds < 7 * 86_400) return `${Math.floor(seconds / 86_400)} d`;
  return shortDay(when, now);
}

/** 81000 → "1 h 21 min"; reading times and durations. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}

function parts(date: Date, options: Intl.DateTimeFormatOptions): string {
  const found = new Intl.DateTimeFormat('en-GB', options).formatToParts(date);
  const pick = (type: string) => found.find((part) => part.type === type)?.value;
  return [pick('weekday'), pick('day'), pick('month'), pick('year')].filter(Boolean).join(' ');
}

function daysApart(when: When, now: When): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(new Date(when)) - midnight(new Date(now))) / 86_400_000);
}
