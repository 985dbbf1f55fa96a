import type { TestHouse } from './harness.ts';

/** Words that stand in one step only, so that a test sees where they come through. */
export const secretOf = (position: number): string => `Secret sentence of step ${position}.`;

export interface PublishedPlaybook {
  id: string;
  slug: string;
  /** Path of the public page. */
  path: string;
  versionId: string;
}

/** Writes and publishes a playbook of so many steps, and lets its gate be made. */
export async function publishPlaybook(
  house: TestHouse,
  {
    title = 'The fixed-price quote',
    steps = 8,
    gatePosition,
  }: { title?: string; steps?: number; gatePosition?: number } = {},
): Promise<PublishedPlaybook> {
  const { body: playbook } = await house.call('POST', '/api/v1/playbooks', { title });
  if (gatePosition) await house.call('PATCH', `/api/v1/playbooks/${playbook.id}`, { gatePosition });
  const content = {
    ...playbook.draft.content,
    title,
    steps: Array.from({ length: steps }, (_, index) => ({
      id: `step-${index + 1}`,
      position: index + 1,
      title: `Step number ${index + 1}`,
      instructions: [{ text: secretOf(index + 1) }],
      blanks: [{ kind: 'short', id: `blank-${index + 1}`, label: 'Your line' }],
    })),
  };
  const saved = await house.call('PUT', `/api/v1/playbooks/${playbook.id}/draft`, {
    revision: playbook.draft.revision,
    content,
  });
  if (saved.status !== 200) throw new Error(saved.text);
  const version = await house.call('POST', `/api/v1/playbooks/${playbook.id}/versions`, {
    overrideReason: 'A test needs it',
  });
  if (version.status !== 201) throw new Error(version.text);
  await house.settle();
  return {
    id: playbook.id,
    slug: playbook.slug,
    path: `/p/${house.workspace.slug}/${playbook.slug}`,
    versionId: version.body.id,
  };
}

/** Applies every fix that the review can write by itself, as a person would with the panel open. */
export async function mend(house: TestHouse, playbookId: string): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const { draft } = (await house.call('GET', `/api/v1/playbooks/${playbookId}`)).body;
    const review = (await house.call('GET', `/api/v1/playbooks/${playbookId}/review`)).body;
    const finding = review.findings.find((candidate: { apply?: unknown }) => candidate.apply);
    if (!finding) return;
    const fixed = await house.call('POST', `/api/v1/playbooks/${playbookId}/fixes`, {
      revision: draft.revision,
      findingId: finding.id,
    });
    if (fixed.status !== 200) throw new Error(fixed.text);
  }
}
