/** An aperture that is also an eye. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <circle cx="12" cy="12" r="9.25" />
      <circle cx="12" cy="12" r="4.25" />
      <path d="M12 7.75 17.2 4.4M16.25 12l5.1 2.8M12 16.25 6.8 19.6M7.75 12l-5.1-2.8" />
      <circle cx="12" cy="12" r="1.5" className="fill-signal" stroke="none" />
    </svg>
  );
}
