/** The line that sweeps while the machine looks. When the result is there it stops where it is and fades. */
export function ScanOverlay({ isDone }: { isDone: boolean }) {
  return (
    <div
      className="scan pointer-events-none absolute inset-0 overflow-hidden"
      data-done={isDone ? '' : undefined}
      aria-hidden
    >
      <div className="scan-grid absolute inset-0" />
      <div className="scan-carrier absolute inset-0">
        <div className="scan-veil absolute inset-0" />
        <div className="absolute inset-x-0 bottom-0 h-0.5 bg-beam" />
      </div>
    </div>
  );
}
