/** Once each of an element's pictures has come or failed, or as soon as the visitor scrolls. Returns how to stop waiting. */
export function whenPicturesAreThere(element: HTMLElement, callback: () => void): () => void {
  const waiting = new AbortController();
  const settle = () => {
    waiting.abort();
    callback();
  };
  const look = () => {
    if (waiting.signal.aborted) return;
    const pictures = [...element.getElementsByTagName('img')];
    if (pictures.every(({ complete }) => complete)) settle();
  };
  const options = { capture: true, signal: waiting.signal };
  element.addEventListener('load', look, options);
  element.addEventListener('error', look, options);
  window.addEventListener('scroll', settle, options);
  // There may be none to wait for.
  requestAnimationFrame(look);
  return () => waiting.abort();
}
