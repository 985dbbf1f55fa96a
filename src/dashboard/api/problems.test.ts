import { expect, test } from 'vitest';
import { fieldError, hasStatus, ProblemError, sentenceOf } from './problems.ts';

test('the server’s own words stand before ours', () => {
  const error = new ProblemError({
    status: 409,
    title: 'That slug is taken',
    detail: 'Free: three-jobs-2.',
    instance: 'req-8f2c',
  });
  expect(sentenceOf(error)).toEqual({
    title: 'That slug is taken.',
    detail: 'Free: three-jobs-2.',
    text: 'That slug is taken. Free: three-jobs-2.',
    id: 'req-8f2c',
  });
});

test('what breaks inside is not shown to people', () => {
  const said = sentenceOf(new ProblemError({ status: 500, title: 'TypeError: undefined is not a function' }));
  expect(said.text).toBe('Something broke on our side. Nothing you saved is lost.');
});

test('no answer at all says what is safe', () => {
  expect(sentenceOf(new ProblemError({ status: 0 })).text).toBe(
    'We cannot reach the server. What you typed is kept here.',
  );
});

test('an invalid field is found by its pointer', () => {
  const error = new ProblemError({ status: 422, errors: [{ pointer: '/slug', detail: 'Use letters.' }] });
  expect(fieldError(error, '/slug')).toBe('Use letters.');
  expect(fieldError(error, '/title')).toBeUndefined();
  expect(hasStatus(error, 422)).toBe(true);
  expect(sentenceOf(error).text).toBe('Something in the form needs another look. Use letters.');
});
