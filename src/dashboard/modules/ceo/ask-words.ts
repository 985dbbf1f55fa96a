import type { Shape } from '../../api/shapes.ts';
import { moment, money, number, shortDay } from '../../ui/words.ts';

export type Answer = Shape<'ConversationAnswer'>;
export type Message = Shape<'ConversationMessage'>;
export type AnswerTable = NonNullable<Answer['table']>;
export type Cell = AnswerTable['rows'][number]['cells'][string];
export type Format = AnswerTable['columns'][number]['format'];

/** `?opened=<message>.<query of its rows>`: which number is open beside the conversation. */
export const rowsAddress = (message: string, query: string): string => `${message}.${query}`;

export function readRowsAddress(address: string | undefined): { message: string; query: string } | undefined {
  const at = address?.indexOf('.') ?? -1;
  return address && at > 0 ? { message: address.slice(0, at), query: address.slice(at + 1) } : undefined;
}

const minus = (text: string): string => text.replace(/^-/, '−');

/** A value as it stands in a table of an answer. */
export function written(value: Cell | undefined, format: Format, currency: string): string {
  if (value === null || value === undefined || value === '') return '–';
  switch (format) {
    case 'instant':
      return moment(String(value));
    case 'flag':
      return value ? 'yes' : 'no';
    case 'money':
      return money(Math.round(Number(value)), currency, Math.round(Number(value)) % 100 !== 0);
    case 'share':
      return `${(100 * Number(value)).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
    case 'days':
      return `${number(Math.round(Number(value) * 10) / 10)} d`;
    case 'count':
      return typeof value === 'number' ? number(value) : String(value);
    case 'change':
      return Number(value) > 0 ? `+${number(Number(value))}` : minus(number(Number(value)));
    default:
      return String(value);
  }
}

/** Days stand in tables as dates. */
export const labelOf = (label: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(label) ? shortDay(`${label}T12:00:00`) : label;

export const isNumber = (format: Format): boolean => !['text', 'instant', 'flag'].includes(format);
export const reachWords: Record<NonNullable<Answer['query']>['reach'], string | undefined> = {
  people: 'People only',
  raw: 'Raw, machines included',
  all: undefined,
};
