import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 } from 'uuid';
import type { CellChange, RatingCell } from '../domain/rating-cell';
import {
  type CellPlace,
  cellId,
  nextToSend,
  type SaveQueue,
  withAnswer,
  withChange,
  withDecision,
  withoutCell,
  withTried,
} from '../domain/save-queue';
import { sendCell } from './send-cell';
import { type QueueOwner, useKeptQueue } from './use-kept-queue';

const RETRY_MS = 4_000;

/** saved: nothing waits. waiting: for a connection. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'signed-out';

export interface SaveQueueHook {
  readonly queue: SaveQueue;
  readonly state: SaveState;
  /** ISO 8601; null: nothing was saved since the page opened. */
  readonly savedAt: string | null;
  /** Why the server took a save for good. */
  readonly refused: string | null;
  readonly put: (place: CellPlace, change: CellChange, revision: number) => void;
  /** Of a conflict: the own value holds, or the other's. */
  readonly decide: (id: string, whose: 'mine' | 'theirs') => void;
}

/**
 * Sends changed cells one after the other and keeps them in the browser until the server confirms them.
 * @param onStored hears what the server holds of a cell
 */
export function useSaveQueue(
  address: string,
  owner: QueueOwner,
  onStored: (id: string, cell: RatingCell | null) => void,
): SaveQueueHook {
  const { queue, change } = useKeptQueue(owner);
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isSending = useRef(false);
  const stored = useRef(onStored);
  stored.current = onStored;

  const send = useCallback(async () => {
    const waiting = nextToSend(queue);
    if (!waiting || isSending.current) return;
    isSending.current = true;
    const id = cellId(waiting);
    change((before) => withTried(before, id));
    setState((before) => (before === 'waiting' ? before : 'saving'));
    const answer = await sendCell(address, waiting);
    isSending.current = false;
    if (answer.outcome === 'unreachable') setState('waiting');
    else if (answer.outcome === 'signed-out') setState('signed-out');
    else if (answer.outcome === 'refused') {
      setRefused(answer.reason);
      stored.current(id, null);
      change((before) => withoutCell(before, id));
    } else if (answer.outcome === 'saved' || answer.outcome === 'conflict') {
      const { outcome, cell } = answer;
      setState('saving');
      setSavedAt(new Date().toISOString());
      stored.current(id, cell);
      change((before) => withAnswer(before, id, { outcome, cell, key: v4() }));
    }
  }, [address, change, queue]);

  const next = nextToSend(queue);
  const isStuck = state === 'waiting' || state === 'signed-out';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt sends the same queue again
  useEffect(() => {
    if (!next) setState('saved');
    else if (!isStuck) void send();
  }, [next?.key, isStuck, attempt]);

  useEffect(() => {
    const again = () => {
      setState('saving');
      setAttempt((before) => before + 1);
    };
    window.addEventListener('online', again);
    const timer = isStuck ? setInterval(again, RETRY_MS) : undefined;
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [isStuck]);

  return {
    // What was said a moment ago is in the queue before anything is sent.
    ...{ queue, state: state === 'saved' && next ? 'saving' : state, savedAt, refused },
    put: (place, said, revision) => {
      setRefused(null);
      change((before) => withChange(before, place, { change: said, revision, key: v4() }));
    },
    decide: (id, whose) => change((before) => withDecision(before, id, whose === 'mine' ? v4() : null)),
  };
}
