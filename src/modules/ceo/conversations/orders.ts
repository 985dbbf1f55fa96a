/** Something to do, as it was written. Only what the asker types is read as an order; nothing in the data ever is. */
export type Order =
  | { kind: 'task'; title: string; dueInDays: number | null }
  | { kind: 'write'; text: string | null }
  | { kind: 'stop' }
  | { kind: 'resume' };

const PLEASE = String.raw`^\s*(?:please |could you |can you )?`;

/** Reads an order; undefined for whatever is a question. */
export function readOrder(content: string): Order | undefined {
  const text = content.replace(/\s+/g, ' ').trim();
  const task = new RegExp(
    `${PLEASE}(?:(?:create|add|make|open|note)(?: me)? an? (?:new )?(?:task|to-?do)(?: to| that says| for me to)?|remind me to|new task)\\s*:?\\s+(.+)$`,
    'i',
  ).exec(text);
  if (task?.[1]) return withDay(task[1].replace(/[.!]+$/, ''));
  const write = new RegExp(
    `${PLEASE}(?:write|mail|e-?mail|send (?:an? )?(?:e-?mail|mail|message|note)s?)(?: to)? (?:them|these|those|all of them|(?:these|those|the) (?:people|leads))(?: all)?\\s*(?:[:,]\\s*(.+))?[.!]*$`,
    'i',
  ).exec(text);
  if (write) return { kind: 'write', text: write[1]?.trim() || null };
  if (
    new RegExp(
      `${PLEASE}stop (?:all|every|everything|acting)(?: of)?(?: your| the)?(?: actions?| acting)?[.!]*$`,
      'i',
    ).test(text)
  )
    return { kind: 'stop' };
  if (
    new RegExp(
      `${PLEASE}(?:resume|start acting again|act again|let (?:it|the ceo) act again|lift the stop)(?: all)?(?: actions?)?[.!]*$`,
      'i',
    ).test(text)
  )
    return { kind: 'resume' };
  return undefined;
}

function withDay(text: string): Order {
  const due = / (?:by |until )?(today|tomorrow|next week)$/i.exec(text);
  const days = { today: 0, tomorrow: 1, 'next week': 7 }[due?.[1]?.toLowerCase() ?? ''] ?? null;
  const words = due && text.length > due[0].length ? text.slice(0, -due[0].length) : text;
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { kind: 'task', title: title.slice(0, 200), dueInDays: days };
}
