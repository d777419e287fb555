import { type RefObject, useLayoutEffect, useRef } from 'react';
import { prefersReducedMotion } from '@/lib/motion';

const slide = { duration: 240, easing: 'ease-out' };

/** When what stands above grows or shrinks, the element glides to its new place by a transform instead of jumping. */
export function useSlide(element: RefObject<HTMLElement | null>): void {
  const last = useRef<number | undefined>(undefined);

  useLayoutEffect(() => {
    const look = () => {
      const target = element.current;
      if (!target) return;
      const offset = target.offsetTop;
      const before = last.current;
      last.current = offset;
      const isInView = target.getBoundingClientRect().bottom > 0 && window.scrollY < offset;
      if (before === undefined || before === offset || !isInView || prefersReducedMotion()) return;
      target.animate([{ transform: `translateY(${before - offset}px)` }, { transform: 'none' }], slide);
    };

    look();
    // Whatever stands above changes the height of the page's body with it.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
}
