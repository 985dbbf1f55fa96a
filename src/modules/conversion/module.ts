import type { Module } from '#kernel/http';
import { lookUpCheckout } from './checkouts/jobs.ts';
import { checkoutPages } from './checkouts/public-routes.ts';
import { checkoutRoutes } from './checkouts/routes.ts';
import { fulfilOrder } from './fulfilment/jobs.ts';
import { whenAccessMailBounced, whenAccessMailSent, whenBuyerErased } from './fulfilment/listeners.ts';
import { mailLibraryLink } from './library/jobs.ts';
import { libraryPages } from './library/public-routes.ts';
import { librarySlots } from './library/slots.ts';
import { offerRoutes } from './offers/routes.ts';
import { sendRefund } from './orders/jobs.ts';
import { orderRoutes } from './orders/routes.ts';
import { takePaymentEvents } from './payments/jobs.ts';
import { paymentEventRoutes } from './payments/routes.ts';
import { whenPlanPaid, whenPlanRefunded } from './plans/listeners.ts';
import { planRoutes } from './plans/routes.ts';
import { settlePayments } from './upkeep.ts';
import { deliverVideo, lookUpVideos } from './videos/jobs.ts';
import {
  whenConsentRecorded,
  whenHandRaised,
  whenLeadConfirmed,
  whenLeadErased,
  whenMessageBounced,
  whenMessageHeld,
  whenMessageSent,
} from './videos/listeners.ts';
import { videoPages } from './videos/public-routes.ts';
import { videoRoutes } from './videos/routes.ts';

export const conversion: Module = {
  name: 'conversion',
  routes: [
    videoRoutes,
    videoPages,
    offerRoutes,
    checkoutRoutes,
    checkoutPages,
    paymentEventRoutes,
    orderRoutes,
    libraryPages,
    planRoutes,
  ],
  jobs: [
    deliverVideo,
    lookUpVideos,
    lookUpCheckout,
    takePaymentEvents,
    fulfilOrder,
    sendRefund,
    mailLibraryLink,
    settlePayments,
  ],
  listeners: [
    whenHandRaised,
    whenLeadConfirmed,
    whenConsentRecorded,
    whenMessageSent,
    whenMessageHeld,
    whenMessageBounced,
    whenLeadErased,
    whenAccessMailSent,
    whenAccessMailBounced,
    whenBuyerErased,
    whenPlanPaid,
    whenPlanRefunded,
  ],
  slots: (slots) => librarySlots(slots),
};
