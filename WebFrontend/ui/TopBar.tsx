import { ChartNoAxesColumn, Images, type LucideIcon } from 'lucide-react';
import { useRouter } from 'next/router';
import type { ReactNode } from 'react';
import { strings } from '@/lib/strings';
import { analyticsHref, galleryHref } from '@/lib/urls';
import { Logo } from '@/ui/Logo';
import { PageLink } from '@/ui/PageLink';

const words = strings.nav;

/** Where one is, where one can go, and at the end the buttons that work everywhere. */
export function TopBar({ children }: { children: ReactNode }) {
  const { pathname } = useRouter();
  const isAnalytics = pathname === '/analytics';

  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-1 safe-x glass glass-bar sm:gap-2">
      <PageLink href={galleryHref()} className="mr-1 flex min-h-11 min-w-11 items-center gap-2.5 sm:mr-4">
        <Logo />
        <span className="text-lg font-semibold tracking-tight max-sm:sr-only">{strings.name}</span>
      </PageLink>
      <nav aria-label={words.label} className="flex grow gap-1">
        <NavLink href={galleryHref()} icon={Images} label={words.gallery} isCurrent={!isAnalytics} />
        <NavLink href={analyticsHref()} icon={ChartNoAxesColumn} label={words.analytics} isCurrent={isAnalytics} />
      </nav>
      {children}
    </header>
  );
}

interface NavLinkProps {
  href: string;
  icon: LucideIcon;
  label: string;
  isCurrent: boolean;
}

function NavLink({ href, icon: Icon, label, isCurrent }: NavLinkProps) {
  return (
    <PageLink
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="control control-quiet text-muted aria-[current]:text-ink"
    >
      <Icon size={18} strokeWidth={1.5} aria-hidden />
      <span className="max-[26rem]:sr-only">{label}</span>
    </PageLink>
  );
}
