import { expect, test } from 'vitest';
import { againstTarget } from './estimate.tsx';

const rate = { part: 64, of: 549, low: 0.092, high: 0.146, target: 0.15 };

test('below and above only when the interval excludes the target', () => {
  expect(againstTarget(rate)).toMatchObject({ words: 'Below', points: '−3.3 pts' });
  expect(againstTarget({ ...rate, target: 0.05 })).toMatchObject({ words: 'Above' });
});

test('on target when it holds the target and is narrow, else too early', () => {
  expect(againstTarget({ part: 1728, of: 8912, low: 0.186, high: 0.202, target: 0.2 }).words).toBe(
    'On target',
  );
  expect(againstTarget({ part: 22, of: 64, low: 0.239, high: 0.466, target: 0.4 }).words).toBe('Too early');
});

test('fewer than ten people say nothing', () => {
  expect(againstTarget({ part: 3, of: 9, low: 0.1, high: 0.7, target: 0.4 }).words).toBe('Too few to tell');
});
