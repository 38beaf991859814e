import type { CatalogueApp } from '../../utils/core/apps/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { TextKey } from '../../utils/core/text/text.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { DataPart, type DataPartProps } from '../data/data-part.tsx';
import type { DataPorts } from '../data/types.ts';
import { PageFrame } from '../page/page-frame.tsx';
import type { SaveSettings } from '../settings/edit.ts';
import { LanguageChoice } from '../settings/language-choice.tsx';
import { RecordChoice } from '../settings/record-choice.tsx';
import { SettingsFile, type SettingsFileProps } from '../settings/settings-file.tsx';
import { TreatmentChoice } from '../settings/treatment-choice.tsx';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { AppsPart, type AppsPartProps } from './apps-part.tsx';
import { ExceptionsPart, type ExceptionsPartProps } from './exceptions-part.tsx';
import { HoursPart } from './hours-part.tsx';
import { QuietPart } from './quiet-part.tsx';
import { RosterPart } from './roster-part.tsx';

export interface OptionsViewProps
  extends SettingsFileProps,
    Pick<AppsPartProps, 'onAdd' | 'onAllow' | 'onRemove'>,
    Pick<ExceptionsPartProps, 'holidays'>,
    Pick<DataPartProps, 'vault' | 'vaultPart'> {
  readonly now: Instant;
  readonly settings: Settings;
  readonly watching: (id: string) => boolean;
  readonly mayNotify: boolean;
  readonly catalogue: readonly CatalogueApp[];
  readonly zones: readonly ZoneName[];
  readonly deviceZone: ZoneName;
  readonly save: SaveSettings;
  /** What the background refused last, if it has no better place. */
  readonly problem: Problem | null;
  readonly data: DataPorts;
  readonly appName: (id: string) => string;
  /** Called within the click. */
  readonly onDigest: (digest: boolean) => void;
}

const PARTS = [
  'hours',
  'exceptions',
  'roster',
  'apps',
  'treatment',
  'record',
  'data',
  'quiet',
  'language',
  'file',
] as const;

export function OptionsView(props: OptionsViewProps) {
  const t = useText();
  const { settings, save } = props;
  const part = (name: (typeof PARTS)[number]) => ({
    anchor: name,
    title: t(`options.${name}`),
    intro: t(`options.${name}-intro` satisfies TextKey),
  });
  const nav = { label: t('options.parts'), links: PARTS.map((anchor) => ({ anchor, label: t(`options.${anchor}`) })) };
  return (
    <PageFrame title={t('options.title')} intro={t('options.intro')} nav={nav}>
      {props.problem !== null && (
        <Notice kind="care" live>
          {t.problem(props.problem)}
        </Notice>
      )}
      <Section {...part('hours')}>
        <HoursPart {...props} saveLabel={t('hours.save')} />
      </Section>
      <Section {...part('exceptions')}>
        <ExceptionsPart {...props} />
      </Section>
      <Section {...part('roster')}>
        <RosterPart {...props} />
      </Section>
      <Section {...part('apps')}>
        <AppsPart {...props} />
      </Section>
      <Section {...part('treatment')}>
        <TreatmentChoice
          value={settings.treatment}
          onChange={(treatment) => void save((now) => ({ ...now, treatment }))}
        />
      </Section>
      <Section {...part('record')}>
        <RecordChoice value={settings.record} onChange={(record) => void save((now) => ({ ...now, record }))} />
      </Section>
      <Section {...part('data')}>
        <DataPart {...props} ports={props.data} />
      </Section>
      <Section {...part('quiet')}>
        <QuietPart {...props} />
      </Section>
      <Section {...part('language')}>
        <LanguageChoice value={settings.language} onChange={(language) => void save((now) => ({ ...now, language }))} />
      </Section>
      <Section {...part('file')}>
        <SettingsFile onExport={props.onExport} onImport={props.onImport} />
      </Section>
    </PageFrame>
  );
}
