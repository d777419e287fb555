import Router from 'next/router';
import type { ComponentProps, MouseEvent } from 'react';

interface PageLinkProps extends ComponentProps<'a'> {
  href: string;
  /** What happens instead of a change of page; by default that. */
  onFollow?: ((link: HTMLAnchorElement) => void) | undefined;
}

const wantsNewTab = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** A link that changes the page without loading it again. next/link would watch every tile of the gallery for prefetching. */
export function PageLink({ href, onFollow = () => void Router.push(href), ...anchor }: PageLinkProps) {
  return (
    <a
      {...anchor}
      href={href}
      onClick={(event) => {
        if (wantsNewTab(event)) return;
        event.preventDefault();
        onFollow(event.currentTarget);
      }}
    />
  );
}
