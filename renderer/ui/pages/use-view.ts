/** The part of the pages that is in view, and what moves it. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type PageLayout, pageAt } from './page-layout.ts';

/** CSS pixels. */
export interface View {
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
}

export type Scroller = RefObject<HTMLElement | null>;

export function useView(scroller: Scroller): View {
  const [view, setView] = useState<View>({ scrollTop: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, clientWidth: width, clientHeight: height } = element;
      setView((now) =>
        now.scrollTop === scrollTop && now.width === width && now.height === height
          ? now
          : { scrollTop, width, height },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return view;
}

/** CSS pixels; unlike the view it stays the same while one scrolls. */
export function useWidth(scroller: Scroller): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setWidth(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}

/** Ctrl and the wheel, as in every reader. */
export function useWheelZoom(scroller: Scroller, zoomBy: (steps: number) => void): void {
  useEffect(() => {
    const element = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1 : -1);
    };
    // Not passive: the window itself must not zoom.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller, zoomBy]);
}

/**
 * What was in the middle stays there when the pages become larger or smaller.
 * @param layout null until the width of the panel is known.
 */
export function useKeptPlace(scroller: Scroller, layout: PageLayout | null): void {
  const before = useRef(layout);
  // Pages that have become smaller have moved the scroller already when it is asked.
  const scrolled = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    const look = () => {
      scrolled.current = element?.scrollTop ?? 0;
    };
    look();
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = layout;
    if (!element || !old || !layout || old.scale === layout.scale) return;
    const half = element.clientHeight / 2;
    const middle = scrolled.current + half;
    const page = pageAt(old, middle);
    const within = (middle - (old.tops[page] ?? 0)) / (old.scales[page] ?? old.scale);
    element.scrollTop = (layout.tops[page] ?? 0) + within * (layout.scales[page] ?? layout.scale) - half;
    scrolled.current = element.scrollTop;
  }, [scroller, layout]);
}
