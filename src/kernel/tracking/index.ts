export {
  type BotReason,
  CLASSIFIER_VERSION,
  type Classification,
  classify,
  type Evidence,
} from './classifier.ts';
export type { FactRow, FactTable } from './fact-tables.ts';
export { buildFacts, type Facts, FactsOverloaded, type Observation } from './facts.ts';
export { forgetVisitors } from './jobs.ts';
