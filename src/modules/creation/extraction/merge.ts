import type { Anchor, Skeleton } from './skeletons.ts';
import { METHOD_THRESHOLDS } from './thresholds.ts';
import { titleOf } from './titles.ts';
import { stemsOf, type Weights } from './words.ts';

/**
 * Brings a skeleton to at most twelve steps: steps that say the same are one wherever they stand; then
 * neighbours that lie closest in words join until the count fits. The weightier of two gives the name.
 */
export function fitCount(skeleton: Skeleton, weights: Weights): Skeleton {
  let anchors = sameAsOne(skeleton.anchors, weights);
  while (anchors.length > METHOD_THRESHOLDS.mostSteps) anchors = joinClosest(anchors, weights);
  return { ...skeleton, anchors };
}

function stemsOfAnchor(anchor: Anchor): Set<string> {
  return new Set(stemsOf(titleOf(anchor)));
}

function sameAsOne(anchors: Anchor[], weights: Weights): Anchor[] {
  const kept: Anchor[] = [];
  for (const anchor of anchors) {
    const stems = stemsOfAnchor(anchor);
    const twin = kept.findIndex(
      (other) => stems.size > 1 && weights.similarity(stems, stemsOfAnchor(other)) > 0.86,
    );
    const found = kept[twin];
    if (found === undefined) kept.push(anchor);
    else kept[twin] = join(found, anchor);
  }
  return kept;
}

function joinClosest(anchors: Anchor[], weights: Weights): Anchor[] {
  let best = { at: 0, score: Number.NEGATIVE_INFINITY };
  for (let at = 0; at + 1 < anchors.length; at += 1) {
    const one = anchors[at];
    const other = anchors[at + 1];
    if (one === undefined || other === undefined) continue;
    const likeness =
      weights.similarity(wordsIn(one), wordsIn(other)) +
      0.5 * weights.similarity(stemsOfAnchor(one), stemsOfAnchor(other));
    const size = one.scope.length + other.scope.length;
    const score = likeness - size / 60;
    if (score > best.score) best = { at, score };
  }
  const one = anchors[best.at];
  const other = anchors[best.at + 1];
  if (one === undefined || other === undefined) return anchors.slice(0, -1);
  return [...anchors.slice(0, best.at), join(one, other), ...anchors.slice(best.at + 2)];
}

function wordsIn(anchor: Anchor): Set<string> {
  return new Set(anchor.scope.flatMap((unit) => [...unit.stems]));
}

function join(one: Anchor, other: Anchor): Anchor {
  const weight = (anchor: Anchor) => (anchor.action ? 5 : 0) + Math.min(10, anchor.scope.length) / 10;
  const lead = weight(other) > weight(one) ? other : one;
  const scope = [...new Set([...one.scope, one.unit, ...other.scope, other.unit])].filter(
    (unit) => unit !== lead.unit || one.scope.includes(unit),
  );
  return { ...lead, scope };
}
