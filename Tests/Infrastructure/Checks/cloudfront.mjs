// Loads a CloudFront function as CloudFront does: at most 10 kB, a global handler, nothing to import but what CloudFront has, no eval.
import { createHash, createHmac } from 'node:crypto';
import vm from 'node:vm';

const importable = { crypto: { createHash, createHmac } };

export function load(source) {
  if (Buffer.byteLength(source) > 10240) {
    throw new Error('CloudFront takes functions of up to 10 kB.');
  }
  const script = source.replace(/^\s*import\s+(\w+)\s+from\s+['"](\w+)['"];?/gm, (_, name, module) => {
    if (!(module in importable)) {
      throw new Error(`CloudFront functions cannot import ${module}.`);
    }
    return `const ${name} = importable.${module};`;
  });
  const context = vm.createContext({ importable, console }, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(`${script}\n;globalThis.loaded = handler;`, context, { timeout: 1000 });
  return context.loaded;
}

export function viewerRequest(uri) {
  return {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: '192.0.2.1' },
    request: { method: 'GET', uri, querystring: { page: { value: '1' } }, headers: { host: { value: 'iris.example' } }, cookies: {} },
  };
}
