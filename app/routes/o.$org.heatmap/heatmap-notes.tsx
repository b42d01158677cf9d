import { DayText } from '~/components/date-text';
import type { HeatmapMetric } from '~/modules/capability/domain/heatmap-view';
import { METRIC_WORDS } from '~/modules/capability/domain/heatmap-words';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';

interface HeatmapNotesProps {
  readonly view: Heatmap;
  /** The figure that the address names, and the one that stands in the cells. */
  readonly asked: HeatmapMetric;
  readonly shown: HeatmapMetric;
}

/** What the figures leave out, and why. */
export function HeatmapNotes({ view, asked, shown }: HeatmapNotesProps) {
  if (view.rows.length === 0) return null;
  return (
    <>
      {asked !== shown && view.release ? (
        <p className="footnote">
          This address asks for the {METRIC_WORDS[asked]}, which is not released: the {METRIC_WORDS[shown]}{' '}
          stands here.
        </p>
      ) : null}
      {view.release ? (
        <p className="footnote">
          Released figures protect individuals: groups of few people are locked, and AI use is not released by
          team.
        </p>
      ) : null}
      {view.ownTeamsOnly ? (
        <p className="footnote">
          Only people of your own teams are counted here. Other teams are released by team and without
          filters, so that nobody’s level can be worked out.
        </p>
      ) : null}
      {view.closesSmall ? (
        <p className="footnote">
          Some groups are locked because few of their people are assessed, and the figures would tell you a
          rating of a blind cycle. They open when both sides are in, or when the cycle is over.
        </p>
      ) : null}
      {view.byNameOnly ? (
        <p className="footnote">
          These people stand by name: some of them are rated in a blind cycle of which you do not read the
          other side yet, and the order by a figure would tell it.
        </p>
      ) : null}
      {view.since ? (
        <p className="footnote">
          Change since <DayText day={view.since} />. An arrow stands only where at least ten people are known
          on both days and the change is two standard errors or more.
          {view.monthEnd
            ? ' Levels of that day are those kept then; ratings of it that came in later are not counted.'
            : null}
        </p>
      ) : null}
      {view.tooMany ? (
        <p className="footnote">
          A trend of more than 5,000 people is read from what was released at a month end, and no earlier day
          is kept yet. Choose a team or a narrower filter.
        </p>
      ) : null}
      {view.past ? (
        <p className="footnote">
          Valid on that day as known now: ratings of days until then that came in later are counted, and
          people who have left your reach since are not.
        </p>
      ) : null}
    </>
  );
}
