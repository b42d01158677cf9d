import type {
  TitleTraining,
  TrainingText,
  TrainingTitle,
} from '~/modules/occupations/domain/titles/title-training';
import type { TrainingRow } from '~/modules/occupations/queries/title-training';

/** Gathers rows, in order of code, into what an index is built from: titles by kind, as the files of a release have them. */
export class TrainingCollector {
  readonly #official: TrainingTitle[] = [];
  readonly #alternate: TrainingTitle[] = [];
  readonly #reported: TrainingTitle[] = [];
  readonly #tasks: TrainingText[] = [];
  readonly #descriptions: TrainingText[] = [];

  add(rows: readonly TrainingRow[]): void {
    for (const row of rows) {
      const { soc, title, description } = row;
      this.#official.push({ soc, title, kind: 'official' });
      this.#descriptions.push({ soc, text: description });
      for (const alternate of texts(row.alternateTitles))
        this.#alternate.push({ soc, title: alternate, kind: 'alternate' });
      for (const reported of texts(row.reportedTitles))
        this.#reported.push({ soc, title: reported, kind: 'reported' });
      for (const text of texts(row.tasks)) this.#tasks.push({ soc, text });
    }
  }

  training(): TitleTraining {
    return {
      titles: [...this.#official, ...this.#alternate, ...this.#reported],
      tasks: this.#tasks,
      descriptions: this.#descriptions,
    };
  }
}

const texts = (json: string) => JSON.parse(json) as string[];
