type Wait = () => Promise<void>;

const waits = new Set<Wait>();

/** Before the page is loaded again by its own button, this is waited for. */
export const beforeReload = (wait: Wait): void => void waits.add(wait);

export async function reload(): Promise<void> {
  await Promise.all([...waits].map((wait) => wait()));
  location.reload();
}
