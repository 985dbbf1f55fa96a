/** Days (ISO: 1 is Monday) and hours of a place in which mail may leave. */
export interface SendWindow {
  days: number[];
  /** HH:MM on the wall clock there. */
  from: string;
  to: string;
}

export const DEFAULT_WINDOW: SendWindow = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the machine knows a name such as `Europe/Vienna`. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of a zone at an instant. `day` is YYYY-MM-DD, `weekday` is ISO. */
export interface WallClock {
  day: string;
  minutes: number;
  seconds: number;
  weekday: number;
}

/** @param zone any IANA name */
export function wallClock(instant: Date, zone: string): WallClock {
  const shown = new Date(instant.getTime() + offsetMs(instant, zone));
  const day = shown.toISOString().slice(0, 10);
  return {
    day,
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    seconds: shown.getUTCSeconds(),
    weekday: shown.getUTCDay() || 7,
  };
}

/**
 * The instant at which a zone's wall clock shows a time. A time that a change of clocks skips is the first after it; one
 * that comes twice is the first.
 */
export function instantAt(day: string, minutes: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  // The offset at the wanted time is that of the guess, or of one an hour or so around it.
  const before = wanted - offsetMs(new Date(wanted - DAY_MS), zone);
  const after = wanted - offsetMs(new Date(wanted + DAY_MS), zone);
  const [early, late] = before <= after ? [before, after] : [after, before];
  for (const candidate of [early, late])
    if (candidate + offsetMs(new Date(candidate), zone) === wanted) return new Date(candidate);
  // Skipped by the change: as far behind it as the wall clock says.
  return new Date(late);
}

/** The first instant, at or after another, that lies in a window. */
export function nextInWindow(instant: Date, zone: string, window: SendWindow): Date {
  const from = minutesOf(window.from);
  const to = minutesOf(window.to);
  const here = wallClock(instant, zone);
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const day = addDays(here.day, ahead);
    if (!window.days.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)) continue;
    if (ahead > 0) return instantAt(day, from, zone);
    if (here.minutes < from) return instantAt(day, from, zone);
    if (here.minutes < to) return instant;
  }
  return instant;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** What a campaign's own settings leave open is as usual. */
export const fullWindow = (given: Partial<SendWindow>): SendWindow => ({ ...DEFAULT_WINDOW, ...given });

const QUARTER_MS = 15 * 60_000;
const MOST_KEPT = 100_000;
const offsets = new Map<string, number>();

/** How far a zone's wall clock is ahead of UTC. Clocks change at full quarters of an hour of UTC, so one answer holds for each. */
function offsetMs(instant: Date, zone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const start = quarter * QUARTER_MS;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(new Date(start))
      .map(({ type, value }) => [type, value]),
  );
  const shown = Date.parse(
    `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`,
  );
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, shown - start);
  return shown - start;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
