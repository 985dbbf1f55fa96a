import { settleAbandonedRuns } from '#kernel/ai';
import { every, type Schedule } from '#kernel/jobs';
import { findUnconfirmed } from '#kernel/mail';
import { forgetVisitors } from '#kernel/tracking';
import { scoreLeads } from '#modules/capture';
import { lookAtAll } from '#modules/ceo';
import { lookUpVideos, settlePayments } from '#modules/conversion';
import { releaseEverywhere } from '#modules/outreach';
import { followFacts, releaseLostQuestions } from '#modules/trial';
import { forgetIdempotencyKeys, makeEventPartitions } from './upkeep.ts';

/** Everything that happens by the clock, one sentence a line. */
export const schedules: Schedule[] = [
  every.minute(findUnconfirmed),
  every.minute(releaseEverywhere),
  every.minute(followFacts),
  every.minute(lookUpVideos),
  every.minutes(5, settleAbandonedRuns),
  every.minutes(5, scoreLeads),
  every.minutes(5, settlePayments),
  every.minutes(5, releaseLostQuestions),
  every.hour(0, lookAtAll),
  every.hour(20, forgetIdempotencyKeys),
  every.day(0, 5, forgetVisitors),
  every.day(3, 10, makeEventPartitions),
];
