// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { withEmployment } from '../../components/settings/edit.ts';
import { RecordChoice } from '../../components/settings/record-choice.tsx';
import { SettingsFile } from '../../components/settings/settings-file.tsx';
import { type TestOutcome, TestStep } from '../../components/welcome/test-step.tsx';
import type { Problem } from '../../utils/core/result.ts';
import { JOB, SETTINGS } from './samples.ts';
import { button, click, settled, show, t } from './screen.tsx';

async function choose(root: HTMLElement, file: File): Promise<void> {
  const input = root.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await settled();
  });
}

describe('the settings file', () => {
  const shown = (answer: Problem | null) => {
    const onImport = vi.fn(async (_: string) => answer);
    return { onImport, root: show(<SettingsFile onExport={vi.fn()} onImport={onImport} />) };
  };

  it('is handed over as it is, and says what it cannot bring', async () => {
    const { root, onImport } = shown(null);
    await choose(root, new File(['{"a":1}'], 'x.json'));
    expect(onImport).toHaveBeenCalledWith('{"a":1}');
    expect(root.textContent).toContain(t('file.imported'));
  });

  it('that is refused names its field and that nothing changed', async () => {
    const { root } = shown({ code: 'settings.missing', field: 'apps[0].name' });
    await choose(root, new File(['{}'], 'x.json'));
    const sentence = t('file.refused', { field: 'apps[0].name', sentence: t('error.settings.missing') });
    expect(root.querySelector('[role=alert]')?.textContent).toBe(sentence);
    expect(root.textContent).not.toContain(t('file.imported'));
  });

  it('that is huge is not even read', async () => {
    const { root, onImport } = shown(null);
    const huge = new File(['{}'], 'x.json');
    Object.defineProperty(huge, 'size', { value: 50_000_000 });
    await choose(root, huge);
    expect(onImport).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('error.settings.file-too-big'));
  });
});

describe('what the log keeps', () => {
  it('is one step each', async () => {
    const onChange = vi.fn();
    const root = show(<RecordChoice value={SETTINGS.record} onChange={onChange} />);
    const switches = root.querySelectorAll<HTMLInputElement>('input[role=switch]');
    await click(switches[0] as HTMLElement);
    expect(onChange).toHaveBeenLastCalledWith({ sender: 'alias', title: true, text: false });
    await click(root.querySelectorAll<HTMLInputElement>('input[type=radio]')[0] as HTMLElement);
    expect(onChange).toHaveBeenLastCalledWith({ sender: 'none', title: false, text: false });
  });
});

describe('employments', () => {
  it('are replaced by id, with the overrides that run meanwhile', () => {
    const exceptions = [{ kind: 'off-now', from: 1, until: 2, reason: '' }] as const;
    const running = { ...SETTINGS, employments: [{ ...JOB, exceptions }] };
    const saved = withEmployment(running, { ...JOB, label: 'New' });
    expect(saved.employments).toEqual([{ ...JOB, label: 'New', exceptions }]);
  });
});

describe('the test message', () => {
  it.each<TestOutcome>(['held', 'flagged', 'shown', 'no-tab', 'site-may-not-notify', 'no-answer'])(
    'has a plain answer for “%s”',
    async (outcome) => {
      const onTest = vi.fn(async () => outcome);
      const root = show(<TestStep apps={SETTINGS.apps} watching={(id) => id === 'beta'} onTest={onTest} />);
      await click(button(root, t('test.send')));
      expect(onTest).toHaveBeenCalledWith('beta');
      expect(root.querySelector('[role=status]')?.textContent).toBe(t(`test.outcome.${outcome}`, { app: 'Beta' }));
    },
  );

  it('waits for an app that is watched', () => {
    const root = show(<TestStep apps={SETTINGS.apps} watching={() => false} onTest={vi.fn()} />);
    expect(root.textContent).toBe(t('test.no-app'));
  });
});
