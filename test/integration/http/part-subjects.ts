import type { TestWeb } from '#test/setup/web';
import { cycleSubjects } from './cycle-subjects';
import { evidenceSubjects } from './evidence-subjects';
import type { Make, Status, Subject } from './matrix-subjects';
import { importSubjects, laterOfImports, nothingThere, positionSubjects } from './record-subjects';
import { siteSubjects } from './team-subjects';

interface Making {
  readonly plain: (query: string, status: Status) => Subject;
  readonly inPath: (name: string, more?: Readonly<Record<string, string>>, query?: string) => Make;
  readonly people: (make: Make, web: TestWeb) => Subject[];
}

/** Lists of the directory as files, and parts of records of the API. */
export function partSubjects(
  { plain, inPath, people }: Making,
  web: TestWeb,
): Readonly<Record<string, () => Subject[]>> {
  // Whoever meets only colleagues takes none along.
  const lists = ['people', 'teams', 'sites', 'positions'].map((list) => [
    `/o/:org/${list}/export`,
    () => [plain('', ({ reach }) => (reach === 'team' ? 403 : 200))],
  ]);
  return {
    ...Object.fromEntries(lists),
    '/o/:org/heatmap/export': () => [
      plain('', 200),
      plain('?rows=site&format=xlsx', ({ reach }) => (reach === 'released' ? 403 : 200)),
    ],
    '/api/v1/heatmap/comparison': () => {
      const [north, south, other] = [web.a.teams.north, web.a.teams.south, web.b.teams.north];
      return [
        plain('', 422),
        // No cut of a release is made for the director's token where the matrix is walked: the own team alone is there.
        plain(`?a=${north}&b=${south}`, ({ reach }) => (reach === 'subtree' ? 404 : 200)),
        plain(`?a=${north}&b=${other}`, 404),
        plain(`?a=${north}&b=${north}`, 422),
        plain('?rows=band&a=1&b=x', 422),
      ];
    },
    '/o/:org/heatmap/compare/export': () => [
      plain('', 404),
      plain(`?a=${web.a.teams.north}&b=${web.b.teams.north}`, 404),
    ],
    '/api/v1/why': () => [
      plain('', 422),
      plain(`?figure=heatmap:team:${web.b.teams.north}:leadership:mean`, 404),
    ],
    ...evidenceSubjects({ inPath, people }, web),
    '/o/:org/assessments/:cycle/agreement/export': () => cycleSubjects(inPath('cycle'), web),
    '/api/v1/positions/:id/profile': () => positionSubjects(inPath('id'), web),
    '/api/v1/positions/:id/pool': () => positionSubjects(inPath('id'), web),
    '/api/v1/targets/:id': () => [
      ...nothingThere(inPath('id')),
      inPath('id')('absent', '33-9032.00:4:mindfulness', 404),
    ],
    '/api/v1/sites/:id/merge': () => siteSubjects(inPath('id'), web),
    '/api/v1/imports/:id/undo': () => laterOfImports(inPath('id'), web),
    '/api/v1/imports/:id/cancel': () => importSubjects(inPath('id'), web),
  };
}
