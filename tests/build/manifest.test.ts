import { exists, read } from '../repo/files.ts';
import { BROWSERS, describeManifest } from '../repo/manifest-rules.ts';

/** What WXT really wrote: its modules may add to what the configuration says. */
for (const browser of BROWSERS) {
  describeManifest(browser, () => {
    const path = `.output/${browser}-mv3/manifest.json`;
    if (!exists(path)) throw new Error(`There is no ${path} to look at. Run "npm run build" first.`);
    return JSON.parse(read(path));
  });
}
