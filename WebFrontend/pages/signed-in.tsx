import Head from 'next/head';
import { useEffect } from 'react';
import { strings } from '@/lib/strings';
import { account } from '@/lib/strings.account';

/** Where the issuer's page leads back to, in the window that was opened for it. */
export default function SignedIn() {
  useEffect(() => {
    // Whoever comes here by a bookmark has nothing to hand over, and reads what to do.
    void import('@/lib/session/callback').then(({ handOver }) => handOver()).catch(() => undefined);
  }, []);

  return (
    <section className="notice">
      <Head>
        <title>{`${account.signedIn} · ${strings.name}`}</title>
      </Head>
      <h1 className="text-xl font-semibold">{account.signedIn}</h1>
      <p className="text-muted">{account.close}</p>
    </section>
  );
}
