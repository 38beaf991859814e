import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One of our modules, with all it imports, as a script to run inside a page: `page.evaluate(await pageScript(file))`. */
export async function pageScript(file: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry: fileURLToPath(file), formats: ['iife'], name: 'pageScript' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`${file.href} was not built.`);
  return output.output[0].code;
}
