// Runs before the first paint, so that a chosen theme never flashes. Dark is what the document says by itself.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'system') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; then it stays dark.
}
