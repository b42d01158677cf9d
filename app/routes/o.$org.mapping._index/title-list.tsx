import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { mappingChoices } from '~/modules/occupations/domain/mapping/mapping-choices';
import { addressOf, type InboxState } from './inbox-state';
import { TitleRow, type TitleShown } from './title-row';
import { useRowKeys } from './use-row-keys';

interface TitleListProps {
  readonly base: string;
  /** Whether there is a release to compare titles with. */
  readonly canMatch: boolean;
  readonly titles: readonly TitleShown[];
  readonly state: InboxState;
  /** Titles that the filter leaves. */
  readonly found: number;
  readonly pages: number;
}

/** The titles in one form: each is confirmed by its own button, or all that are ticked together. */
export function TitleList({ base, canMatch, titles, state, found, pages }: TitleListProps) {
  const { list, isLive, fromPage, setFromPage } = useRowKeys(titles);
  // Without a release, or where nothing reads like any title, there is nothing to choose.
  const canChoose = titles.some((title) => mappingChoices(title).length > 0);
  const to = (page: number) => addressOf(base, { ...state, page });
  return (
    <Form method="post" preventScrollReset>
      {/* The default button: the enter key in a field confirms nothing by accident. */}
      <button type="submit" disabled hidden />
      <Card
        title={`${found.toLocaleString('en')} ${found === 1 ? 'title' : 'titles'}`}
        aside={canChoose ? <Button type="submit">Confirm ticked</Button> : undefined}
        padded={false}
      >
        <div className="mapping-keys small needs-script">
          <span>
            Keys in the list: <kbd>J</kbd> <kbd>K</kbd> or <kbd>↓</kbd> <kbd>↑</kbd> title
            {canChoose ? (
              <>
                , <kbd>1</kbd> to <kbd>6</kbd> proposal, <kbd>X</kbd> tick, <kbd>Enter</kbd> confirm
              </>
            ) : null}
            .
          </span>
          {isLive ? (
            <label className="check">
              <input
                type="checkbox"
                checked={fromPage}
                onChange={(event) => setFromPage(event.currentTarget.checked)}
              />
              <span>
                <kbd>J</kbd> and <kbd>K</kbd> lead here from anywhere on the page
              </span>
            </label>
          ) : null}
        </div>
        <ul className="mapping" ref={list}>
          {titles.map((title) => (
            <TitleRow key={`${title.key} ${title.version}`} base={base} canMatch={canMatch} title={title} />
          ))}
        </ul>
      </Card>
      {pages > 1 ? (
        <nav className="pager toolbar" aria-label="Pages">
          {state.page > 1 ? <Link to={to(state.page - 1)}>Previous titles</Link> : null}
          <span className="small">
            Page {state.page} of {pages}
          </span>
          {state.page < pages ? <Link to={to(state.page + 1)}>Next titles</Link> : null}
        </nav>
      ) : null}
    </Form>
  );
}
