import { variables } from '../../src/config.ts';

const HEADER = `# Nothing here is needed to start: every variable has a default or a local stand-in.
# Copy what you need into a file named .env beside this one, or set it in the environment, which wins.
# docs/operations.md explains each. Made from src/config.ts by \`npm run generate\`.
`;

/** The text of .env.example: each variable with what it is for, commented out. */
export function environmentExample(): string {
  const entries = Object.entries(variables).map(([name, variable]) => {
    const { description, example } = variable as { description: string; example?: string };
    return `# ${description}\n# ${name}=${example ?? ''}\n`;
  });
  return [HEADER, ...entries].join('\n');
}
