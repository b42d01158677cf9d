import { type RefObject, useEffect } from 'react';

/**
 * Tells the head of a table, which may scroll sideways, where the table stands in the window: `--matrix-top`, its top,
 * and `--matrix-room`, how far down the head may go, in pixels. Sticky holds only within what scrolls, so the style
 * sheet moves the head by these where the table is wider than its card. Without script it stays at the top.
 */
export function useHeadInSight(ref: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const table = ref.current;
    const head = table?.tHead;
    if (!table || !head) return;
    const tell = () => {
      const { top, height } = table.getBoundingClientRect();
      const room = Math.max(0, height - 2 * head.offsetHeight);
      head.style.setProperty('--matrix-top', `${top}px`);
      head.style.setProperty('--matrix-room', `${room}px`);
    };
    tell();
    window.addEventListener('scroll', tell, { passive: true });
    window.addEventListener('resize', tell);
    return () => {
      window.removeEventListener('scroll', tell);
      window.removeEventListener('resize', tell);
    };
  }, [ref]);
}
