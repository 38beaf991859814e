import '../../components/tokens.css';
import './shell.css';
import { mount } from '../../components/page/mount.ts';
import { Page } from '../../components/page/page.tsx';
import { statusLink } from '../../components/page/status-link.ts';
import { loadTextFrom } from '../../utils/adapters/text-file.ts';
import { browser, send } from './native.ts';
import { Popup } from './popup.tsx';

const link = statusLink({
  read: () => send('status.read', null),
  onMessage: browser.runtime.onMessage,
  loadText: (language) => loadTextFrom(browser, language),
});

mount(
  <Page link={link} title="popup.title">
    {(status) => <Popup status={status} onNews={link.onChange} />}
  </Page>,
);
