import { describe, expect, it } from 'vitest';
import { minutesIn } from './durations.ts';
import { fromGerund, imperativeOf } from './imperative.ts';

const said = (sentence: string) => imperativeOf(sentence)?.text;

describe('imperativeOf', () => {
  it.each([
    ['Weigh the flour.', 'Weigh the flour.'],
    ['Then you choose the machine that makes people wait.', 'Choose the machine that makes people wait.'],
    [
      'So now you sort the tags into three piles, and you clear the first pile.',
      'Sort the tags into three piles, and clear the first pile.',
    ],
    ['What I do is that I read it out at the coffee break.', 'Read it out at the coffee break.'],
    ['The next thing I do is to call three people.', 'Call three people.'],
    ['We ran both shops and let our customers choose.', 'Run both shops and let your customers choose.'],
    ['I decided to give one week to each of my faults.', 'Give one week to each of your faults.'],
    [
      'After the outcome, and before anybody counts, you list what could grow.',
      'After the outcome, and before anybody counts, list what could grow.',
    ],
    [
      'For each job open the calendar and write down every visit.',
      'For each job, open the calendar and write down every visit.',
    ],
    ['Never lend the key.', 'Never lend the key.'],
    ['Tasks should be assigned to one person.', 'Tasks should be assigned to one person.'],
    ['I ask, "What would you do without me?"', 'Ask, "What would you do without me?"'],
  ])('reads “%s”', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it.each([
    'A website makes a shop friendlier.',
    'I walked up the street and met a boy.',
    'Time is money.',
    'Open tags went from twenty to three.',
    'We have three huge machines.',
    'What is wrong?',
    'She said, I want to cook and see the children.',
  ])('finds nothing to do in “%s”', (sentence) => {
    expect(said(sentence)).toBeUndefined();
  });

  it('leaves what was said in quotation marks as it was said', () => {
    expect(said('I tell them, "I will call you on my way."')).toBe('Tell them, "I will call you on my way."');
    expect(said('We wrote "our price is our price" on our card.')).toBe(
      'Write "our price is our price" on your card.',
    );
  });

  it('turns a gerund heading into what to do', () => {
    expect(fromGerund('Choosing the day')?.text).toBe('Choose the day');
    expect(fromGerund('Morning light')).toBeUndefined();
    expect(fromGerund('Building is hard')).toBeUndefined();
  });
});

describe('minutesIn', () => {
  it.each([
    ['Fifteen minutes. If it takes longer, stop.', 15],
    ['half an hour', 30],
    ['It takes about 2 to 3 hours.', 180],
    ['an hour and a half', 90],
    ['twenty-five minutes at most', 25],
    ['thirteen weeks', undefined],
    ['no time at all', undefined],
  ])('reads “%s”', (text, expected) => {
    expect(minutesIn(text)).toBe(expected);
  });
});
