import { Form, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { RefreshWithoutScript } from '~/components/refresh-without-script';
import type { Operation } from '~/modules/organizations/domain/operation';
import { operationStateWords } from '~/modules/organizations/domain/operation-words';
import type { ImportState } from '../../domain/imports/import-report';

export interface ImportProgressProps {
  readonly operation: Operation;
  /** Whether the reader may stop it. */
  readonly mayStop: boolean;
  readonly state: ImportState;
  /** Address of the import. */
  readonly place: string;
}

/** How far the worker is, told live by the server; without script the page loads again by itself. */
export function ImportProgress({ operation, mayStop, state, place }: ImportProgressProps) {
  const progress = useLiveProgress(place, operation.progress);
  const percent = Math.floor(progress * 100);
  return (
    <Card title={state === 'applied' || state === 'planned' ? 'Working on it' : 'Reading the file'}>
      <RefreshWithoutScript />
      <p className="operation-progress">
        <progress aria-label="Done so far" max={100} {...(progress > 0 ? { value: percent } : {})} />
        <span>{progress > 0 ? `${percent} %` : operationStateWords(operation)}</span>
      </p>
      {mayStop ? (
        <Form method="post">
          <Button type="submit" name="intent" value="cancel" variant="danger" disabled={operation.cancelling}>
            {operation.cancelling ? 'Stopping' : 'Stop'}
          </Button>
        </Form>
      ) : (
        <p className="small">Whoever uploaded the file, an owner or an administrator may stop it.</p>
      )}
    </Card>
  );
}

/** Follows the import's events; reads the page again when it is over, or every two seconds where there are none. */
function useLiveProgress(place: string, known: number): number {
  const [live, setLive] = useState(0);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const source = new EventSource(`${place}/progress`);
    let timer: ReturnType<typeof setInterval> | undefined;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const { progress } = JSON.parse(data) as { progress: number };
      setLive(progress);
    };
    source.addEventListener('end', () => {
      source.close();
      revalidate();
    });
    source.onerror = () => {
      timer ??= setInterval(revalidate, 2_000);
    };
    return () => {
      source.close();
      clearInterval(timer);
    };
  }, [place, revalidate]);
  return Math.max(known, live);
}
