import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../utils/core/text/text.ts';

const TextContext = createContext<Text | null>(null);

/** Gives every view below it the language of the person. */
export const TextProvider = TextContext.Provider;

export function useText(): Text {
  const t = useContext(TextContext);
  if (t === null) throw new Error('A view was rendered outside TextProvider');
  return t;
}
