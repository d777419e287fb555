import { QueryClientProvider } from '@tanstack/react-query';
import type { AppProps } from 'next/app';
import localFont from 'next/font/local';
import { Shell } from '@/features/shell/Shell';
import { queryClient } from '@/lib/api/queries';
import '@/styles/globals.css';

const sans = localFont({
  src: '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-sans',
});

const mono = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-mono',
  preload: false,
});

export default function App({ Component, pageProps }: AppProps) {
  return (
    <div className={`${sans.variable} ${mono.variable} contents font-sans`}>
      <QueryClientProvider client={queryClient}>
        <Shell>
          <Component {...pageProps} />
        </Shell>
      </QueryClientProvider>
    </div>
  );
}
