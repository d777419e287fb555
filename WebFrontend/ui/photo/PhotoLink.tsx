import Router from 'next/router';
import type { ComponentProps } from 'react';
import { openPhoto } from '@/lib/openPhoto';
import { PageLink } from '@/ui/PageLink';
import { filterOf, photoHref } from '@/lib/urls';

interface PhotoLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'id'> {
  id: string;
}

/** A picture's own address, which opens over the page that is there. */
export function PhotoLink({ id, ...anchor }: PhotoLinkProps) {
  return <PageLink {...anchor} href={photoHref(id)} onFollow={(link) => openPhoto(id, filterOf(Router.query), link)} />;
}
