import { type Config, variables } from '../../src/config.ts';

const BEGIN = '<!-- variables: written by `npm run generate` from src/config.ts -->';
const END = '<!-- /variables -->';

/** The same document with the table of variables made anew between its marks. */
export function withVariablesTable(document: string): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from)
    throw new Error('docs/operations.md has lost the marks around its table of variables.');
  return `${document.slice(0, from)}${BEGIN}\n${variablesTable()}${document.slice(to)}`;
}

function variablesTable(): string {
  const rows = Object.entries(variables).map(([name, { schema, description }]) => {
    const standard = schema.safeParse(undefined).data as Config[keyof Config] | undefined;
    const shown =
      standard === undefined || (Array.isArray(standard) && standard.length === 0)
        ? ''
        : `\`${String(standard)}\``;
    return `| \`${name}\` | ${shown} | ${description.replaceAll('|', '\\|')} |\n`;
  });
  return `| variable | default | what for |\n|---|---|---|\n${rows.join('')}`;
}
