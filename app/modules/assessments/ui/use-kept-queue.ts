import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { readQueue, type SaveQueue } from '../domain/save-queue';

const PREFIX = 'cadre-assess:';

/** Whose queue it is; both are ids. */
export interface QueueOwner {
  readonly user: string;
  readonly organizationId: string;
}

/**
 * A queue of saves that outlives the page: kept in the browser per person and organization, without a name. Each window
 * keeps its own and takes over what closed windows left. What other people left in this browser is deleted.
 */
export function useKeptQueue(owner: QueueOwner): {
  readonly queue: SaveQueue;
  readonly change: (by: (queue: SaveQueue) => SaveQueue) => void;
} {
  const [queue, setQueue] = useState<SaveQueue>({});
  const place = useRef<string | null>(null);
  const { user, organizationId } = owner;

  const change = useCallback((by: (queue: SaveQueue) => SaveQueue) => {
    setQueue((before) => {
      const after = by(before);
      if (place.current !== null) keep(place.current, after);
      return after;
    });
  }, []);

  useEffect(() => {
    const own = `${PREFIX}${user}:${organizationId}:`;
    place.current = own + v4();
    const release = holdPlace(place.current);
    let isGone = false;
    for (const key of keptKeys()) {
      if (!key.startsWith(`${PREFIX}${user}:`)) localStorage.removeItem(key);
      else if (key.startsWith(own) && key !== place.current)
        void takeOver(key).then((left) => {
          if (!isGone) change((queue) => ({ ...left, ...queue }));
        });
    }
    return () => {
      isGone = true;
      release();
    };
  }, [user, organizationId, change]);

  return { queue, change };
}

function keptKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function keep(place: string, queue: SaveQueue): void {
  if (Object.keys(queue).length === 0) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(queue));
}

/** Says to other windows that this one still sends its queue; the answer ends that. */
function holdPlace(place: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(place, () => held).catch(() => {});
  return release;
}

/** The queue of a window that is closed; empty while it is open. Sent twice, a save is still one: keys tell. */
async function takeOver(key: string): Promise<SaveQueue> {
  const take = () => {
    const left = readQueue(localStorage.getItem(key));
    localStorage.removeItem(key);
    return left;
  };
  if (!navigator.locks) return take();
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? take() : {}));
}
