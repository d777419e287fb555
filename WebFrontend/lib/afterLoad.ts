/** Imports what no first paint needs right after it, so that it is there should the connection break then. Answers what imports it. */
export function afterLoad<T>(load: () => Promise<T>): () => Promise<T> {
  if (typeof window !== 'undefined') window.addEventListener('load', () => void load().catch(() => undefined));
  return load;
}
