import { useRef, useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './bundle-picker.module.css';
import { type Picked, pickedByDrop, pickedFolder } from './picked.ts';

/** An attribute that Preact's types do not know. */
const ANY_FOLDER = { webkitdirectory: true };

interface BundlePickerProps {
  readonly onPicked: (picked: Picked) => void;
  /** Several things were dropped at once, or something that is no file. */
  readonly onUnclear: () => void;
}

/** One bundle: dropped here, or chosen as a ZIP or as a folder. */
export function BundlePicker({ onPicked, onUnclear }: BundlePickerProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const zip = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    pickedByDrop(event.dataTransfer).then((picked) => (picked === null ? onUnclear() : onPicked(picked)), onUnclear);
  };

  const chosen = (input: HTMLInputElement, pick: (files: readonly File[]) => Picked | null): void => {
    const picked = pick([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
    if (picked !== null) onPicked(picked);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons in it are the first.
    <div
      class={over ? `${styles.picker} ${styles.over}` : styles.picker}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('verify.drop')}</p>
      <ButtonRow>
        <Button look="main" onClick={() => zip.current?.click()}>
          {t('verify.pick-zip')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('verify.pick-folder')}</Button>
      </ButtonRow>
      <input
        ref={zip}
        class={styles.input}
        type="file"
        accept=".zip,.age,application/zip"
        aria-label={t('verify.pick-zip')}
        tabIndex={-1}
        onChange={(event) => chosen(event.currentTarget, pickedZip)}
      />
      <input
        ref={folder}
        class={styles.input}
        type="file"
        {...ANY_FOLDER}
        aria-label={t('verify.pick-folder')}
        tabIndex={-1}
        onChange={(event) => chosen(event.currentTarget, pickedFolder)}
      />
    </div>
  );
}

function pickedZip([file]: readonly File[]): Picked | null {
  return file === undefined ? null : { kind: 'zip', name: file.name, file };
}
