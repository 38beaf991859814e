/** Runs in every kind of frame: raises a notification when the page that opened it asks, and reports how that went. */
(() => {
  const home = globalThis.opener ?? globalThis.parent;

  addEventListener('message', ({ data }) => {
    if (data?.raise === undefined) return;
    const report = { raised: data.raise, permission: Notification.permission, outcome: 'created' };
    try {
      new Notification(data.raise);
    } catch (error) {
      report.outcome = String(error);
    }
    home.postMessage(report, '*');
  });

  home.postMessage({ ready: globalThis.name }, '*');
})();
