import { ChartNoAxesColumn, Images, Keyboard, type LucideIcon } from 'lucide-react';
import { PageLink } from './PageLink';
import { useRouter } from 'next/router';
import { isHelpOpen } from '@/features/keyboard/useShortcuts';
import { ThemeButton } from '@/features/theme/ThemeButton';
import { UploadButton } from '@/features/upload/UploadButton';
import { strings } from '@/lib/strings';
import { analyticsHref, galleryHref } from '@/lib/urls';
import { IconButton } from './IconButton';
import { Logo } from './Logo';

const words = strings.nav;

export function TopBar() {
  const { pathname } = useRouter();
  const isAnalytics = pathname === '/analytics';

  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-1 safe-x glass glass-bar sm:gap-2">
      <PageLink href={galleryHref([])} className="mr-1 flex min-h-11 min-w-11 items-center gap-2.5 sm:mr-4">
        <Logo />
        <span className="text-lg font-semibold tracking-tight max-sm:sr-only">{strings.name}</span>
      </PageLink>
      <nav aria-label={words.label} className="flex grow gap-1">
        <NavLink href={galleryHref([])} icon={Images} label={words.gallery} isCurrent={!isAnalytics} />
        <NavLink href={analyticsHref()} icon={ChartNoAxesColumn} label={words.analytics} isCurrent={isAnalytics} />
      </nav>
      <IconButton
        icon={Keyboard}
        label={strings.keys.open}
        onClick={() => isHelpOpen.set(true)}
        className="max-sm:hidden"
      />
      <ThemeButton />
      <UploadButton label={strings.upload.button} compact />
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
