import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose, TableCell, TableColumn } from '#kernel/shapes';

const Part = z.object({
  text: z.string(),
  rowsQuery: z.string().nullable().describe('query of GET …/rows that opens the number'),
});

const Table = z.object({
  columns: z.array(TableColumn),
  rows: z.array(
    z.object({
      cells: z.record(z.string(), TableCell),
      rowsQuery: z.string().nullable(),
      leadId: Id.nullable(),
    }),
  ),
  hasMore: z.boolean(),
});

export const Answer = z
  .object({
    sentence: z.array(Part),
    table: Table.nullable(),
    query: z
      .object({
        name: z.string(),
        words: z.array(z.string()),
        parameters: z.record(z.string(), z.json()).describe('measure, split, period, filter, …'),
        from: Instant.nullable(),
        to: Instant.nullable(),
        zone: z.string(),
        reach: z.enum(['people', 'raw', 'all']).describe('all: nothing here tells machines from people'),
        countedAt: Instant,
      })
      .nullable(),
    rowCount: z.number().int().nullable(),
    refusal: z.string().nullable(),
    took: z.string().nullable().describe('what an ambiguous question was taken for'),
    leftOut: z.array(z.string()).describe('what whoever asked may not see'),
    composer: z.string(),
    composerReason: z
      .string()
      .nullable()
      .describe('why the built-in composer answered although a model is configured'),
    actionId: Id.nullable(),
    taskId: Id.nullable(),
    currency: z.string(),
  })
  .meta({ id: 'ConversationAnswer' });
export type Answer = z.output<typeof Answer>;

export const Message = z
  .object({
    id: Id,
    role: z.enum(['person', 'ceo']),
    content: z.string(),
    answer: Answer.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'ConversationMessage' });
export type Message = z.output<typeof Message>;

export const Conversation = z
  .object({ id: Id, title: z.string(), lastMessageAt: Instant.nullable(), createdAt: Instant })
  .meta({ id: 'Conversation' });
export type Conversation = z.output<typeof Conversation>;

export const ConversationWithMessages = Conversation.extend({
  messages: z.array(Message).describe('the last 200, oldest first'),
}).meta({ id: 'ConversationWithMessages' });

export const NewConversation = z.object({ title: Line(200).optional() }).meta({ id: 'NewConversation' });

export const NewMessage = z
  .object({
    content: Prose(2000).refine((text) => text.trim() !== '', { message: 'Ask something.' }),
  })
  .meta({ id: 'NewConversationMessage' });

export const Exchange = z
  .object({ message: Message, response: Message })
  .meta({ id: 'ConversationExchange' });
export type Exchange = z.output<typeof Exchange>;

export const AnswerRowsQuery = PageQuery.extend({
  part: z.enum(['now', 'before']).default('now').describe('of the period, or of the time before it'),
  group: z.string().max(300).optional().describe('one value of the split; empty for what is not known'),
});

export const Suggestion = z
  .object({ question: z.string(), why: z.string() })
  .meta({ id: 'SuggestedQuestion' });
export type Suggestion = z.output<typeof Suggestion>;
