import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import { mount } from '../../components/page/mount.ts';
import { Page } from '../../components/page/page.tsx';
import { statusLink } from '../../components/page/status-link.ts';
import { loadText } from '../../utils/adapters/text.ts';
import { send } from '../../utils/messages/send.ts';
import { Gate } from './gate.tsx';

const link = statusLink({ read: () => send('status.read', null), onMessage: browser.runtime.onMessage, loadText });

mount(
  <Page link={link} title="log.title">
    {(status) => <Gate status={status} onNews={link.onChange} />}
  </Page>,
);
