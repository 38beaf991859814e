import type { Text } from '../../text/text.ts';
import { type Checkable, checkSteps } from '../how-to-verify.ts';
import { type Html, html } from './html.ts';

/** How anybody can check the bundle, with the commands. */
export const checkSection = (t: Text, checkable: Checkable): Html => html`<section><h2>${t('report.check.title')}</h2>
<p>${t('report.check.intro')}</p>
<ol>${checkSteps(t, checkable).map(
  ({ says, commands }) => html`<li>${says}${commands.map((command) => html`<pre>${command}</pre>`)}</li>`,
)}</ol></section>`;
