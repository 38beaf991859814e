import { useMemo } from 'preact/hooks';
import styles from './qr-code.module.css';
import { qrPath } from './qr-path.ts';

interface QrCodeProps {
  readonly text: string;
  /** Says what it holds, for whoever does not see it. */
  readonly alt: string;
}

/** Black on white in every colour scheme: phones read nothing else reliably. */
export function QrCode({ text, alt }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg class={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={alt} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
