import { Fact } from '#kernel/http';

/** The provider did not answer, or not now. Nothing is known to have happened; the same call may be made again. */
export class PaymentsDown extends Fact {
  override readonly status = 503;
  override readonly title = 'The payment provider does not answer';
  override readonly headers = { 'retry-after': '60' };
}

/** The provider understood and said no. Asking again with the same words gives the same answer. */
export class PaymentRefused extends Fact {
  override readonly title = 'The payment provider says no';
  constructor(
    detail: string,
    readonly code: string,
  ) {
    super(detail);
  }
}

/** Somebody sent an event that the provider did not sign, or signed too long ago. */
export class ForgedEvent extends Fact {
  override readonly status = 400;
  override readonly title = 'That is not signed by the payment provider';
}
