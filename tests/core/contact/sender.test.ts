import { describe, expect, it } from 'vitest';
import { privateContent, readSender, SENDER_CAP } from '../../../utils/core/contact/sender.ts';

const contact = { title: 'Direct Message', text: '@ana: hello', cut: false };

describe('privateContent', () => {
  it.each([
    [{ sender: 'none', title: false, text: false }, null],
    [{ sender: 'alias', title: false, text: false }, { alias: '7c1e90a4' }],
    [
      { sender: 'name', title: false, text: false },
      { alias: '7c1e90a4', sender: 'ana' },
    ],
    [{ sender: 'none', title: true, text: false }, { title: 'Direct Message' }],
    [{ sender: 'none', title: false, text: true }, { text: '@ana: hello' }],
  ] as const)('keeps for %j only %j', (record, kept) => {
    expect(privateContent(record, contact, 'ana', '7c1e90a4')).toEqual(kept);
  });

  it('keeps nothing empty', () => {
    const record = { sender: 'name', title: true, text: true } as const;
    expect(privateContent(record, { title: '', text: '', cut: true }, null, null)).toBeNull();
  });

  it('says that a text was cut only where text is kept', () => {
    const cut = { ...contact, cut: true };
    expect(privateContent({ sender: 'alias', title: false, text: false }, cut, 'ana', '7c1e90a4')).toEqual({
      alias: '7c1e90a4',
    });
    expect(privateContent({ sender: 'none', title: true, text: false }, cut, 'ana', null)).toEqual({
      title: 'Direct Message',
      cut: true,
    });
  });
});

describe('readSender', () => {
  it('tells nobody where the app has no rule or the rule finds nothing', () => {
    expect(readSender(null, 'Ana', 'hello')).toBeNull();
    expect(readSender({ from: 'text', pattern: '^@([^:]+):' }, 'Ana', 'hello')).toBeNull();
    expect(readSender({ from: 'title', pattern: '^(.+)$' }, '   ', '')).toBeNull();
  });

  it('cuts a long name and never reads a long text', () => {
    expect(readSender({ from: 'title', pattern: '^(.+)$' }, 'x'.repeat(9_999), '')).toHaveLength(SENDER_CAP);
    expect(readSender({ from: 'text', pattern: '(end)$' }, '', `${'x'.repeat(9_999)}end`)).toBeNull();
  });
});
