import { END_ALERT, OBSERVE_ALERTS, READ_ALERTS } from './firefox-scripts.ts';
import type { Marionette } from './marionette.ts';
import { type Shown, ShownList, type ShownPredicate } from './shown-list.ts';
import { until } from './wait.ts';

/** What the observer inside Firefox reports. */
type AlertEvent =
  | ({ readonly kind: 'shown' } & Omit<Shown, 'closedAt' | 'closedBy'>)
  | { readonly kind: 'closed'; readonly id: string; readonly at: number; readonly by: NonNullable<Shown['closedBy']> };

/** Our side of the alerts service that stands in for Firefox's own. The record outlives restarts of the browser. */
export class FirefoxAlerts {
  private readonly list = new ShownList();
  private marionette: Marionette | null = null;
  private eventsRead = 0;
  private starts = 0;

  /** Takes the place of the alerts service of a browser that has just started. */
  async observe(marionette: Marionette): Promise<void> {
    this.marionette = marionette;
    this.eventsRead = 0;
    this.starts += 1;
    await marionette.run(OBSERVE_ALERTS, String(this.starts));
  }

  async all(): Promise<readonly Shown[]> {
    await this.read();
    return this.list.all();
  }

  async waitFor(predicate: ShownPredicate, timeoutMs: number): Promise<Shown> {
    // Firefox announces nothing by itself; `found` settles as soon as a look brings what it waits for.
    const found = this.list.waitFor(predicate, timeoutMs);
    const looks = until('a look', async () => (await this.all()).some(predicate), timeoutMs);
    const [result] = await Promise.allSettled([found, looks]);
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  }

  async forget(): Promise<void> {
    await this.read();
    this.list.clear();
  }

  click(id: string): Promise<void> {
    return this.running.run(END_ALERT, id, true);
  }

  dismiss(id: string): Promise<void> {
    return this.running.run(END_ALERT, id, false);
  }

  private get running(): Marionette {
    if (this.marionette === null) throw new Error('Firefox does not run.');
    return this.marionette;
  }

  private async read(): Promise<void> {
    const from = this.eventsRead;
    const events = await this.running.run<AlertEvent[]>(READ_ALERTS, from);
    // Two looks at the same time bring the same events.
    for (const event of events.slice(this.eventsRead - from)) {
      this.eventsRead += 1;
      if (event.kind === 'closed') {
        this.list.close(event.id, event.by, event.at);
      } else {
        const { kind: _, ...shown } = event;
        this.list.add(shown);
      }
    }
  }
}
