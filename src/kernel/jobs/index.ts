export { type EnqueueOptions, enqueue } from './enqueue.ts';
export { type Job, type JobRun, job } from './job.ts';
export { joinToday } from './line.ts';
export { countDueJobs, type JobRow, listDeadJobs, listJobs, retryJob } from './queries.ts';
export { jobRoutes } from './routes.ts';
export { every, type Schedule } from './schedule.ts';
export { buildWorker, migrateJobs, type Worker } from './worker.ts';
