import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
import { provideSample } from './scripts/sample.mjs';

export default function config(phase: string): NextConfig {
  if (phase === PHASE_DEVELOPMENT_SERVER) sampleOrNone();
  return {
    output: 'export',
    reactStrictMode: true,
    poweredByHeader: false,
    devIndicators: false,
  };
}

/** Who develops without a network sees the site all the same. */
function sampleOrNone(): void {
  try {
    provideSample();
  } catch (error) {
    console.warn('There is no sample photograph:', error);
  }
}
