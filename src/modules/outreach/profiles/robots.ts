/** What a site's robots.txt says to us (RFC 9309). */
export interface Robots {
  /** @param path with its query */
  allows(path: string): boolean;
}

/** Our name in robots.txt. */
export const AGENT = 'PlaybookOS';

/**
 * Reads robots.txt by RFC 9309: the group that names us, else the one for everybody; the longest rule that fits decides,
 * and of two as long the one that allows.
 */
export function readRobots(text: string): Robots {
  const groups: { agents: string[]; rules: { allow: boolean; path: string }[] }[] = [];
  let open = false;
  for (const line of text.slice(0, 500_000).split(/\r?\n|\r/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    const name = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? '';
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      open = true;
      groups.at(-1)?.agents.push(value.toLowerCase());
    } else if (name === 'allow' || name === 'disallow') {
      open = false;
      if (value !== '') groups.at(-1)?.rules.push({ allow: name === 'allow', path: value });
    }
  }
  const ours = groups.filter(({ agents }) => agents.includes(AGENT.toLowerCase()));
  const chosen = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  return {
    allows(path) {
      const fitting = rules.filter((rule) => fits(rule.path, path));
      const longest = Math.max(-1, ...fitting.map((rule) => rule.path.length));
      const deciding = fitting.filter((rule) => rule.path.length === longest);
      return deciding.length === 0 || deciding.some((rule) => rule.allow);
    },
  };
}

function fits(rule: string, path: string): boolean {
  const ends = rule.endsWith('$');
  const pieces = (ends ? rule.slice(0, -1) : rule).split('*');
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (path.startsWith(piece) ? 0 : -1) : path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return (
    !ends ||
    at === path.length ||
    (pieces.at(-1) === '' && pieces.length > 1) ||
    path.endsWith(pieces.at(-1) ?? '')
  );
}
