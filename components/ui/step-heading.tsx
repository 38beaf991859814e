import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whoever cannot see that the step changed, hears it. Give it another key with each step. */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h4 ref={heading} tabIndex={-1}>
      {children}
    </h4>
  );
}
