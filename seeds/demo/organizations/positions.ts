import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { DemoPosition, TargetRow } from './demo-organization';
import type { PostSpec } from './organization-spec';
import { isSeat, type Person } from './people';

/** Why a dimension belongs to a post that leads a site or a function: texts of our own. */
const REASONS: Readonly<Partial<Record<Dimension, string>>> = {
  communication: 'Reports incidents to the port authority within the hour and answers for what was said.',
  leadership: 'Gives the shift leaders their orders in an alarm and stands behind what they decide.',
  metacognition: 'Reviews every exercise with the team and says first what went wrong in the own part.',
  critical_thinking: 'Decides with half of the facts whether a terminal is closed or goes on working.',
  collaboration: 'Keeps customs, fire service and terminal operators working to one plan.',
  character: 'Releases the access rights of several hundred people and is offered favours for it.',
  fortitude: 'Is on call every third week and leads through nights of alarm.',
  ai_use: 'Checks what the video analytics propose before somebody is stopped.',
  mastery: 'Signs the facility security plan and defends it at the yearly inspection.',
};

/** The posts as lines of the positions CSV with their own profiles; a post whose seat nobody has is vacant. */
export function positionsOf(
  posts: readonly PostSpec[],
  people: readonly Person[],
  targets: readonly TargetRow[],
): DemoPosition[] {
  return posts.map((post, index): DemoPosition => {
    const { title, team, occupation, band, horizon = '', seat, profile } = post;
    const holder =
      seat === undefined ? undefined : people.find((one) => isSeat(one.seat, { team, index: seat }));
    const near = people.find((one) => one.seat.teamPath === team);
    return {
      row: {
        external_id: `P${String(index + 1).padStart(4, '0')}`,
        title,
        team,
        site: near?.seat.site ?? '',
        occupation,
        role_band: String(band),
        critical: 'yes',
        incumbent_external_id: holder?.id ?? '',
        horizon: holder ? horizon : '',
      },
      profile: profile === 'none' ? [] : profileOf(targets, post),
    };
  });
}

function profileOf(targets: readonly TargetRow[], post: PostSpec): DemoPosition['profile'] {
  const asked = targets.filter(
    (row) => row.occupation === post.occupation && row.role_band === String(post.band),
  );
  return asked.map(({ dimension, level, weight, critical }) => ({
    dimension,
    level: Number(level) as 0 | 1 | 2 | 3 | 4,
    weight: Number(weight) as 1 | 2 | 3,
    critical: critical === 'yes',
    reason: post.profile === 'part' && critical === 'no' ? null : (REASONS[dimension] ?? null),
  }));
}
