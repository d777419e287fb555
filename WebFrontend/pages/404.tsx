import Head from 'next/head';
import { PageLink } from '@/ui/PageLink';
import { strings } from '@/lib/strings';
import { galleryHref } from '@/lib/urls';

export default function NotFound() {
  return (
    <section className="notice">
      <Head>
        <title>{`${strings.notFound.title} · ${strings.name}`}</title>
      </Head>
      <h1 className="text-xl font-semibold">{strings.notFound.title}</h1>
      <PageLink href={galleryHref()} className="control control-outline">
        {strings.notFound.back}
      </PageLink>
    </section>
  );
}
