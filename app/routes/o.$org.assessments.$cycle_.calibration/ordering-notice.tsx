import { Notice } from '~/components/notice';
import { useRefreshWhile } from '~/components/use-refresh-while';

/** Says that the worker is still putting disagreements in order; with script the page looks again by itself. */
export function OrderingNotice({ waiting }: { readonly waiting: number }) {
  useRefreshWhile(true);
  const people = waiting === 1 ? '1 person' : `${waiting.toLocaleString('en')} people`;
  return <Notice>The disagreements of {people} are being put in order; the list is not final yet.</Notice>;
}
