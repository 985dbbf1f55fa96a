import { expect, test } from 'vitest';
import type { Draft, Step } from '../shapes.ts';
import { mergeDrafts } from './merge.ts';

const step = (id: string, title: string): Step => ({
  id,
  position: 1,
  title,
  citations: [],
  inputs: [],
  instructions: [],
  blanks: [],
  commonMistakes: [],
  tools: [],
});
const draft = (...steps: Step[]): Draft => ({
  title: 'A',
  titleCitations: [],
  methodologyType: 'process',
  openQuestions: [],
  steps,
});
const titles = (merged: { draft: Draft }) => merged.draft.steps.map((one) => one.title);

const base = draft(step('1', 'one'), step('2', 'two'), step('3', 'three'));

test('what one side alone changed is taken from that side', () => {
  const mine = draft(step('1', 'mine'), step('2', 'two'), step('3', 'three'));
  const theirs = draft(step('1', 'one'), step('2', 'theirs'), step('3', 'three'));
  const merged = mergeDrafts(base, mine, theirs);
  expect(merged.clashes).toEqual([]);
  expect(titles(merged)).toEqual(['mine', 'theirs', 'three']);
});

test('what both changed waits for a choice, and both keeps both', () => {
  const mine = draft(step('1', 'mine'), step('2', 'two'), step('3', 'three'));
  const theirs = draft(step('1', 'theirs'), step('2', 'two'), step('3', 'three'));
  expect(mergeDrafts(base, mine, theirs).clashes.map((clash) => clash.id)).toEqual(['1']);
  expect(titles(mergeDrafts(base, mine, theirs, { 1: 'mine' }))).toEqual(['mine', 'two', 'three']);
  const both = mergeDrafts(base, mine, theirs, { 1: 'both' });
  expect(titles(both)).toEqual(['theirs', 'mine', 'two', 'three']);
  expect(new Set(both.draft.steps.map((one) => one.id)).size).toBe(4);
});

test('a step that was added or removed by one side stays added or removed', () => {
  const mine = draft(step('1', 'one'), step('4', 'new'), step('2', 'two'), step('3', 'three'));
  const theirs = draft(step('1', 'one'), step('2', 'two'));
  expect(titles(mergeDrafts(base, mine, theirs))).toEqual(['one', 'new', 'two']);
});

test('a step they removed and I reworded is a clash, never silently lost', () => {
  const mine = draft(step('1', 'one'), step('2', 'two'), step('3', 'mine'));
  const theirs = draft(step('1', 'one'), step('2', 'two'));
  expect(mergeDrafts(base, mine, theirs).clashes.map((clash) => clash.id)).toEqual(['3']);
  expect(titles(mergeDrafts(base, mine, theirs, { 3: 'mine' }))).toEqual(['one', 'two', 'mine']);
});

test('my order holds when only I moved steps', () => {
  const mine = draft(step('3', 'three'), step('1', 'one'), step('2', 'two'));
  const theirs = draft(step('1', 'one'), step('2', 'theirs'), step('3', 'three'));
  expect(titles(mergeDrafts(base, mine, theirs))).toEqual(['three', 'one', 'theirs']);
});
