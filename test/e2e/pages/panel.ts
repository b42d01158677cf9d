import { expect, type Locator } from '@playwright/test';

/** The side panel as it is drawn, closed disclosures included. */
export interface DrawnPanel {
  readonly figure: string;
  readonly median: number | null;
  /** Highest level first. */
  readonly distribution: readonly { readonly level: string; readonly count: number }[];
  /** "Why this number" by label, what was left out included. */
  readonly why: Readonly<Record<string, string>>;
  readonly statements: readonly {
    readonly occupation: string;
    readonly soc: string;
    readonly levels: readonly { readonly heading: string; readonly texts: readonly string[] }[];
  }[];
}

/** Reads the panel, once it has the title when one is given. */
export async function readPanel(panel: Locator, title?: string): Promise<DrawnPanel> {
  if (title) await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title);
  return panel.evaluate((element) => {
    const text = (node: Element | null | undefined) => (node?.textContent ?? '').trim();
    const lines = [...element.querySelectorAll('.why-line')];
    const figure = element.querySelector('.panel-figure');
    const median = /median (\d)/.exec(text(figure));
    return {
      figure: (figure?.firstChild?.textContent ?? '').trim(),
      median: median ? Number(median[1]) : null,
      distribution: [...element.querySelectorAll('.distribution tr')].map((row) => ({
        level: text(row.querySelector('th')),
        count: Number(text(row.querySelector('td:last-child')).replaceAll(',', '')),
      })),
      why: Object.fromEntries(
        lines.map((line) => [text(line.querySelector('dt')), text(line.querySelector('dd'))]),
      ),
      statements: [...element.querySelectorAll('details.statements')].map((details) => ({
        occupation: (details.querySelector('summary')?.firstChild?.textContent ?? '').trim(),
        soc: text(details.querySelector('summary .small')),
        levels: [...details.querySelectorAll('h4')].map((heading) => ({
          heading: text(heading),
          texts: [...(heading.nextElementSibling?.querySelectorAll('li') ?? [])].map((item) => text(item)),
        })),
      })),
    };
  });
}
