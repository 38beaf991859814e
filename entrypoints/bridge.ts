import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBridge } from '../utils/page/bridge.ts';

/** ISOLATED world, document_start, every frame of a chosen work app. */
export default defineUnlistedScript({ globalName: false, main: () => startBridge() });
