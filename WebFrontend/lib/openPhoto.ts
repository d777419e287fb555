import Router from 'next/router';
import { prefersReducedMotion } from '@/lib/motion';
import { type Filter, filterOf, galleryHref, photoHref } from '@/lib/urls';

const transitionName = 'photo';
let isOverGallery = false;

/** The picture grows out of its tile where the browser can show that. */
export function openPhoto(id: string, filter: Filter, from: HTMLElement): void {
  isOverGallery = Router.pathname !== '/analytics';
  const open = () => Router.push(photoHref(id, filter), undefined, { scroll: false });
  const image = from.querySelector('img:last-of-type');
  if (!(image instanceof HTMLElement) || !('startViewTransition' in document) || prefersReducedMotion()) {
    void open();
    return;
  }

  image.style.viewTransitionName = transitionName;
  document.startViewTransition(async () => {
    await open();
    image.style.viewTransitionName = '';
  });
}

/** Next and previous take the place of the picture shown, so that Back leads to the gallery. */
export const showPhoto = (id: string): void =>
  void Router.replace(photoHref(id, filterOf(Router.query)), undefined, { scroll: false });

export function closePhoto(): void {
  if (isOverGallery) Router.back();
  else void Router.replace(galleryHref(filterOf(Router.query)), undefined, { scroll: false });
  isOverGallery = false;
}
