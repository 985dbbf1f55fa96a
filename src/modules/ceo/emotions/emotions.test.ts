import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { openHouse } from '../../../../tests/support/harness.ts';
import { publishPlaybook } from '../../../../tests/support/playbook.ts';
import { put } from '../../../../tests/support/rows.ts';
import { emotions } from '../index.ts';

const house = await openHouse({ clock: '2031-06-11T10:00:00Z' });
afterAll(() => house.close());

describe('how a text sounds', () => {
  it.each([
    ['Thank you so much, this is wonderful!', 'joy'],
    ['I am so sorry, I feel terribly sad about it', 'sadness'],
    ['This is unacceptable, stop writing to me, you idiots', 'anger'],
    ['I am worried and a bit scared of the risk', 'fear'],
    ['Wow, really?! I did not expect that', 'surprise'],
    ['That is disgusting and gross', 'disgust'],
    ['The invoice is attached', 'neutral'],
    ['', 'neutral'],
    ['👍👍', 'joy'],
  ])('%j is %s', (text, emotion) => {
    expect(emotions.detect(text).emotion).toBe(emotion);
  });

  it('turns round with a negation', () => {
    expect(emotions.detect('I love it').polarity).toBeGreaterThan(0);
    expect(emotions.detect("I don't love it").polarity).toBeLessThan(0);
  });

  it('is the surer the clearer the words', () => {
    const [weak, strong] = ['nice', 'I love love love this, thank you, wonderful!'].map((text) =>
      emotions.detect(text),
    );
    expect(strong?.confidence).toBeGreaterThan(weak?.confidence ?? 1);
  });

  it('reads any text in a moment', () => {
    const text = "don't 😡 ".repeat(200_000);
    expect(emotions.detect(text).provider).toBe('built-in lexicon');
  });
});

it('is kept once for a question of a lead and for a reply, at the time it was said, and not for what members try', async () => {
  const playbook = await publishPlaybook(house);
  const [lead] = await put(house, 'leads', [{ email: 'a@x.example', name: 'Noor' }]);
  const [clone] = await put(house, 'clones', [{ playbook_id: playbook.id, name: 'Clone' }]);
  const turn = { clone_id: clone, state: 'answered', reserved_at: '2031-06-11T09:00:00Z' };
  const [asked, tried] = await put(house, 'clone_turns', [
    { ...turn, request_key: 'a', lead_id: lead, question: 'I am worried about the risk, is it safe?' },
    { ...turn, request_key: 'b', question: 'I hate this' },
  ]);
  const [thread] = await put(house, 'threads', [
    { email: 'a@x.example', lead_id: lead, last_message_at: '2031-06-11T09:00:00Z' },
  ]);
  const [reply] = await put(house, 'replies', [
    {
      thread_id: thread,
      rfc_message_id: '<1@x>',
      from_email: 'a@x.example',
      new_text: 'Thank you, great!',
      received_at: '2031-06-11T09:00:00Z',
    },
  ]);
  await house.inWorkspace(async (ctx) => {
    const answered = { cloneId: clone as string, trialId: null, isGrounded: true };
    for (const leadId of [lead as string, lead as string])
      await publish(ctx, 'clone.answered', { ...answered, turnId: asked as string, leadId });
    await publish(ctx, 'clone.answered', { ...answered, turnId: tried as string, leadId: null });
    await publish(ctx, 'prospect.replied', { replyId: reply as string, prospectId: null, campaignId: null });
    await publish(ctx, 'prospect.replied', { replyId: newId(), prospectId: null, campaignId: null });
  });
  await house.settle();
  const { rows } = await house.inWorkspace(({ db }) =>
    db.$client.query(
      'select subject_type, emotion, lead_id, created_at from app.emotion_readings order by subject_type',
    ),
  );
  expect(rows).toEqual([
    {
      subject_type: 'clone_question',
      emotion: 'fear',
      lead_id: lead,
      created_at: new Date('2031-06-11T10:00:00Z'),
    },
    { subject_type: 'reply', emotion: 'joy', lead_id: lead, created_at: new Date('2031-06-11T10:00:00Z') },
  ]);
});
