const { practice } = globalThis;
const at = (id) => document.getElementById(id);

const CONVERSATIONS = [
  { name: 'Ana Souza', lines: [['Ana Souza', 'The report looks good, thank you.']] },
  { name: '#general', lines: [['Jorge Díaz', 'The canteen has lentils today.']] },
  { name: '#night-shift', lines: [['Wei Chen', 'Handover notes are in the folder.']] },
];
let current = CONVERSATIONS[0];

function element(tag, text, properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...properties });
}

function drawConversations() {
  at('conversations').replaceChildren(
    ...CONVERSATIONS.map((conversation) => {
      const button = element('button', conversation.name, { type: 'button' });
      button.setAttribute('aria-current', String(conversation === current));
      button.addEventListener('click', () => {
        current = conversation;
        draw();
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

function drawMessages() {
  at('conversation').textContent = current.name;
  at('messages').replaceChildren(
    ...current.lines.map(([who, what]) => {
      const item = document.createElement('li');
      item.append(element('strong', who), element('span', what));
      return item;
    }),
  );
}

function draw() {
  drawConversations();
  drawMessages();
  at('allow').hidden = !('Notification' in globalThis) || Notification.permission !== 'default';
}

function drawSeen() {
  const items = practice.seen
    .slice(-40)
    .map(({ what, route, title }) => element('li', `${what} · ${route} · ${title}`));
  at('saw').replaceChildren(...items.reverse());
}

function receive(sender, text) {
  const conversation = CONVERSATIONS.find(({ name }) => name === sender) ?? current;
  conversation.lines.push([sender, text]);
  draw();
}

at('ring').addEventListener('submit', (event) => {
  event.preventDefault();
  const [route, title, body] = [at('route').value, at('sender').value, at('text').value];
  setTimeout(
    async () => {
      receive(title, body);
      await practice.send({ route, title, body });
    },
    Number(at('delay').value) * 1_000,
  );
});

at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  receive('You', at('own').value);
  at('own').value = '';
});

at('allow').addEventListener('click', async () => {
  await Notification.requestPermission();
  draw();
});

addEventListener('practice-seen', drawSeen);
draw();
