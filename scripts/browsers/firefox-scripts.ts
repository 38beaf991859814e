/**
 * Scripts that run inside Firefox with the browser's own rights (`Marionette.run`), as function bodies that find their
 * arguments in `args`. They are text, since nothing of this program exists over there.
 */

/** Where scripts keep what must outlive them: an object of Firefox's shared module global. */
const STORE = `const { AppConstants } = ChromeUtils.importESModule('resource://gre/modules/AppConstants.sys.mjs');
  const store = Cu.getGlobalForObject(AppConstants).clockedOffObserver ??= { events: [], open: new Map(), last: 0 };`;

const EXTENSION = `const policy = WebExtensionPolicy.getByID(args[0]);
  if (!policy) throw new Error('The extension is not installed.');`;

const PERMISSIONS = `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');`;

/**
 * Puts our own alerts service in the place of Firefox's, which is where everything ends that Firefox wants displayed.
 * Must run before the first notification. `args[0]` is a prefix for the ids.
 */
export const OBSERVE_ALERTS = `${STORE}
  const record = (event) => store.events.push({ ...event, at: Date.now() });
  const finish = (name, by) => {
    const alert = store.open.get(name);
    if (!alert) return;
    store.open.delete(name);
    record({ kind: 'closed', id: alert.id, by });
    alert.listener?.observe(null, 'alertfinished', alert.cookie);
  };
  store.finish = finish;
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService', 'nsIAlertsDoNotDisturb']),
    manualDoNotDisturb: false,
    suppressForScreenSharing: false,
    showAlert(alert, listener) {
      const name = alert.name || 'unnamed-' + store.last;
      finish(name, 'replaced');
      const id = args[0] + '-' + ++store.last;
      store.open.set(name, { id, listener, cookie: alert.cookie });
      record({
        kind: 'shown', id, title: alert.title, body: alert.text, silent: alert.silent,
        origin: alert.principal?.isContentPrincipal ? alert.principal.origin : null,
        details: { name, requireInteraction: alert.requireInteraction, private: alert.inPrivateBrowsing },
      });
      listener?.observe(null, 'alertshow', alert.cookie);
    },
    closeAlert: (name) => finish(name, 'browser'),
    teardown() {},
    pbmTeardown() {},
    getHistory: async () => [...store.open.keys()],
  };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(
    Services.uuid.generateUUID(), 'observer', '@mozilla.org/alerts-service;1',
    { QueryInterface: ChromeUtils.generateQI(['nsIFactory']), createInstance: (iid) => service.QueryInterface(iid) },
  );`;

/** What happened since event number `args[0]`. */
export const READ_ALERTS = `${STORE} return store.events.slice(args[0]);`;

/** The person clicks (\`args[1]\`) on alert \`args[0]\`, or waves it away. */
export const END_ALERT = `${STORE}
  for (const [name, alert] of store.open) {
    if (alert.id !== args[0]) continue;
    if (args[1]) alert.listener?.observe(null, 'alertclickcallback', alert.cookie);
    store.finish(name, 'person');
    return;
  }
  throw new Error('Notification ' + args[0] + ' is closed.');`;

/** Sets what the person said about notifications of origin `args[0]`. */
export const SET_NOTIFICATIONS = `const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(args[0]);
  Services.perms.addFromPrincipal(
    principal, 'desktop-notification', args[1] ? Services.perms.ALLOW_ACTION : Services.perms.DENY_ACTION);`;

/** Mutes the tabs at address `args[0]`, or lifts the mute, as a click on their loudspeaker does. */
export const MUTE_TAB = `for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser')) {
    for (const tab of gBrowser.tabs) {
      if (tab.linkedBrowser.currentURI.spec === args[0] && tab.muted !== args[1]) tab.toggleMuteAudio();
    }
  }`;

/** Brings push message `args[1]` to the worker registered for scope `args[0]`. */
export const DELIVER_PUSH = `const origin = Services.io.newURI(args[0]).prePath;
  const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
  Cc['@mozilla.org/push/Notifier;1'].getService(Ci.nsIPushNotifier).notifyPushWithData(
    args[0], principal, 'message-' + Date.now(), [...new TextEncoder().encode(args[1])]);`;

export const GRANT_HOSTS = `${EXTENSION}${PERMISSIONS}
  await ExtensionPermissions.add(args[0], { permissions: [], origins: args[1], data_collection: [] }, policy.extension);`;

export const WITHDRAW_HOSTS = `${EXTENSION}${PERMISSIONS}
  await ExtensionPermissions.remove(args[0], { permissions: [], origins: args[1], data_collection: [] }, policy.extension);`;

export const BACKGROUND_STATE = `${EXTENSION} return policy.extension.backgroundState;`;

export const STOP_BACKGROUND = `${EXTENSION}
  await policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;

/** The version that runs, once the extension has started; null until then. */
export const RUNNING_VERSION = `const policy = WebExtensionPolicy.getByID(args[0]);
  return policy?.active && policy.extension?.hasStartupCompleted !== false ? policy.extension.version : null;`;

export const VERSION = `return Services.appinfo.version;`;
