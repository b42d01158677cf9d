import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { postAssessments } from '~/modules/assessments/commands/post-assessments';
import { anyAssessmentsBody, postedAssessmentsAnswer } from '~/modules/assessments/domain/posted-assessment';

/** Brings ratings in, each item by itself; the token is named as who imported them. */
export const action = apiAction(
  { permission: 'cycles:run', body: anyAssessmentsBody },
  async ({ ctx, viewer, reach, url, body: { items } }) => {
    readQuery(url, NO_QUERY);
    return postedAssessmentsAnswer.parse(await postAssessments(ctx, { viewer, reach, items }));
  },
);
