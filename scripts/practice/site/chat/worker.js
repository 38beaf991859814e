/** Practice Chat's service worker: shows what a push brings and what the page asks for, and tells the server what it saw. */

function saw(what, title, detail = '') {
  return fetch('/worker-saw', { method: 'POST', body: JSON.stringify({ what, title, detail }) }).catch(() => undefined);
}

async function show(title, options) {
  try {
    await self.registration.showNotification(title, options);
    await saw('shown', title);
  } catch (error) {
    await saw('failed', title, String(error));
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title, ...options } = event.data.json();
  event.waitUntil(saw('push', title).then(() => show(title, options)));
});

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'showMessageNotification') return;
  const { title, body, chatId, messageId, silent } = event.data.payload;
  const options = { body, tag: chatId, data: { chatId, messageId }, silent: silent ?? null };
  event.waitUntil(saw('message', title).then(() => show(title, options)));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(saw('click', event.notification.title));
});

self.addEventListener('notificationclose', (event) => event.waitUntil(saw('close', event.notification.title)));
