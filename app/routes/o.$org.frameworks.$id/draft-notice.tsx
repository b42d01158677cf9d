import { Notice } from '~/components/notice';
import type { DraftAnswer } from './draft-answer';

interface DraftNoticeProps {
  readonly answer: DraftAnswer | null;
  /** What was done last, by the address. */
  readonly done: string | undefined;
  /** Name of who changed the draft last. */
  readonly changedBy: string;
}

const DONE: Readonly<Record<string, string>> = {
  begun: 'The draft was begun. Nobody sees it but those who may edit frameworks.',
  details: 'Version and source were saved.',
  level: 'The level was saved.',
  add: 'The statement was added.',
  save: 'The statement was saved.',
  delete: 'The statement was deleted.',
};

/** What became of the form that was sent last. */
export function DraftNotice({ answer, done, changedBy }: DraftNoticeProps) {
  if (answer?.conflict) return <ConflictNotice answer={answer} changedBy={changedBy} />;
  if (answer)
    return (
      <Notice tone="bad" title={answer.reason} announce>
        <ul>
          {answer.errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      </Notice>
    );
  const words = DONE[done ?? ''];
  return words ? (
    <Notice tone="good" announce>
      {words}
    </Notice>
  ) : null;
}

function ConflictNotice({ answer, changedBy }: { readonly answer: DraftAnswer; readonly changedBy: string }) {
  const typed = /^(details|level|add|save)/u.test(answer.doing);
  return (
    <Notice tone="bad" title={answer.reason} announce>
      {answer.errors.length > 0 ? (
        <>
          <p>{changedBy} was the last. Changed since you opened the page:</p>
          <ul>
            {answer.errors.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        {typed
          ? 'What you wrote stands in the form below. Compare, then save it again: it is then saved over what is there now.'
          : 'The page shows the draft as it is now. Look at it, then do it again.'}{' '}
        {/^(add|save)/u.test(answer.doing) ? (
          <a className="link" href="#statement-form">
            To what you wrote
          </a>
        ) : null}
      </p>
    </Notice>
  );
}
