import { apply, cloneOf, defineValue, getOwnPropertyDescriptor, positionOf, sliceOf, wrap } from './natives.ts';
import { isGranted } from './notification.ts';
import type { Offers } from './offers.ts';
import type { WorkerMessageShape } from './protocol.ts';

/**
 * Some sites post a message to their own site worker to have it notify. Where the catalogue declares the message's shape,
 * it is held back like a notification; every other message passes untouched.
 */
export function hookWorkerMessages(offers: Offers): void {
  const prototype = globalThis.ServiceWorker?.prototype;
  const send = prototype?.postMessage;
  if (typeof send !== 'function') return;

  const hooked = wrap(send, 'apply', (target: typeof send, worker: ServiceWorker, args: unknown[]) => {
    const shape = shapeOf(offers.workerMessages, args[0]);
    if (shape === null || !isGranted() || offers.passes()) return apply(target, worker, args as [unknown]);
    const message = cloneOf(args[0]);
    offers.make(
      'site-worker',
      textAt(message, shape.titlePath),
      textAt(message, shape.textPath),
      shape.tagPath === null ? '' : textAt(message, shape.tagPath),
      (letter) => {
        if (letter !== 'h') apply(target, worker, [message]);
      },
      () => undefined,
    );
    return undefined;
  });
  const enumerable = getOwnPropertyDescriptor(prototype, 'postMessage')?.enumerable ?? true;
  defineValue(prototype, 'postMessage', hooked, enumerable);
}

function shapeOf(shapes: readonly WorkerMessageShape[], message: unknown): WorkerMessageShape | null {
  if (typeof message !== 'object' || message === null) return null;
  for (let i = 0; i < shapes.length; i += 1) {
    const shape = shapes[i] as WorkerMessageShape;
    if ((message as Record<string, unknown>)[shape.typeKey] === shape.typeValue) return shape;
  }
  return null;
}

/** Reads a dot-separated path; anything missing or not a primitive is empty text. */
function textAt(message: unknown, path: string): string {
  let value = message;
  let rest = path;
  while (rest !== '') {
    if (typeof value !== 'object' || value === null) return '';
    const dot = positionOf(rest, '.');
    value = (value as Record<string, unknown>)[dot < 0 ? rest : sliceOf(rest, 0, dot)];
    rest = dot < 0 ? '' : sliceOf(rest, dot + 1);
  }
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
