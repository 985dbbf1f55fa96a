export { type Arm, armOf, BUCKETS, bucketOf, participationOf } from './assignment.ts';
export { ArmsUnusable, type Assignment, assign, design, type NewExperiment, start, stop } from './service.ts';
