/**
 * How Practice Chat rings. `practice.send({ route, title, body, … })` raises a notification by one route and tells what the
 * call gave back; `practice.seen` lists all that the site noticed afterwards. Tests read both.
 */
const practice = {
  /** Some apps keep the constructor that they found when they were loaded. */
  NotificationAtLoad: globalThis.Notification,
  seen: [],
  /** Objects stay reachable, as in an app that closes them later; by the number that `send` gave out. */
  raised: new Map(),
  count: 0,

  note(what, id, route, title, detail) {
    this.seen.push({ what, id, route, title, detail, at: Date.now() });
    dispatchEvent(new CustomEvent('practice-seen'));
  },

  /** Never rejects: what went wrong is what a test wants to know. */
  async send({ route, title, ...options }) {
    const id = ++this.count;
    try {
      const value = await this.routes[route].call(this, id, title, options);
      this.note('returned', id, route, title, String(value));
      return { id, outcome: 'returned', value: String(value) };
    } catch (error) {
      this.note('threw', id, route, title, String(error));
      return { id, outcome: 'threw', value: String(error) };
    }
  },

  routes: {
    page(id, title, { captured, ...options }) {
      const Constructor = captured ? this.NotificationAtLoad : Notification;
      const notification = new Constructor(title, options);
      this.raised.set(id, notification);
      for (const type of ['show', 'click', 'close', 'error']) {
        notification.addEventListener(type, (event) =>
          this.note(type, id, 'page', title, `trusted ${event.isTrusted}`),
        );
      }
      return notification;
    },

    async 'page-registration'(id, title, options) {
      const registration = await this.registration();
      return registration.showNotification(title, { data: { id }, ...options });
    },

    /** The shape of the messages by which Telegram's web client asks its worker. */
    async 'site-worker'(id, title, { body = '', tag = '', ...rest }) {
      const registration = await this.registration();
      const payload = { title, body, chatId: tag, messageId: id, ...rest };
      return registration.active.postMessage({ type: 'showMessageNotification', payload });
    },

    async push(_id, title, options) {
      const response = await fetch('/push', { method: 'POST', body: JSON.stringify({ title, ...options }) });
      return response.status;
    },

    toast(_id, title, { body = '' }) {
      const toast = document.createElement('div');
      toast.className = 'toast';
      toast.dataset.appSection = 'notification';
      toast.textContent = body === '' ? title : `${title}: ${body}`;
      document.getElementById('toasts').append(toast);
      setTimeout(() => toast.remove(), 6_000);
      return toast;
    },

    title(_id, title) {
      const unread = Number(document.title.match(/^\((\d+)\)/)?.[1] ?? 0) + 1;
      document.title = `(${unread}) ${title} | Practice Chat`;
      return document.title;
    },

    badge(id) {
      return navigator.setAppBadge(id);
    },
  },

  /** The active registration of the site's worker. */
  async registration() {
    await navigator.serviceWorker.register('/chat/worker.js', { scope: '/' });
    return navigator.serviceWorker.ready;
  },

  /** What the site believes is on display by way of its registration. */
  async listed() {
    const registration = await this.registration();
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
  },

  /** The site takes one of its own back. */
  close(id) {
    this.raised.get(id).close();
  },
};

globalThis.practice = practice;
