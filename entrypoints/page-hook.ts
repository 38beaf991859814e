import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchCalls } from '../utils/page/call-watch.ts';

import { hookNotification } from '../utils/page/notification.ts';
import { offerPort } from '../utils/page/offer-port.ts';
import { createOffers } from '../utils/page/offers.ts';
import { hookRegistration } from '../utils/page/registration.ts';
import { hookWorkerMessages } from '../utils/page/worker-message.ts';

/** MAIN world, document_start, every frame of a chosen work app. Nothing is touched unless a bridge answers. */
export default defineUnlistedScript({
  globalName: false,
  main() {
    offerPort((port) => {
      const offers = createOffers(port);
      hookRegistration(offers);
      hookNotification(offers);
      hookWorkerMessages(offers);
      watchCalls(offers);
    });
  },
});
