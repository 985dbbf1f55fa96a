export type { Gateway, Provider } from './gateway.ts';
export { postTestEvent } from './jobs.ts';
export {
  ChargeObject,
  DisputeObject,
  IntentObject,
  type PaymentEvent,
  RefundObject,
  SessionObject,
  Tie,
} from './objects.ts';
export { buildPayments, type Payments, type PaymentsState } from './payments.ts';
export { ForgedEvent, PaymentRefused, PaymentsDown } from './problems.ts';
export { sign } from './signing.ts';
export {
  answerTestBank,
  type CardAnswer,
  payByTestCard,
  type TestPayment,
  testSessionId,
} from './stand-in.ts';
