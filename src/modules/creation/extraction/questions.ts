import type { OpenQuestion, Step } from '../playbooks/step.ts';
import type { Frame } from './frame.ts';

/** What to ask the expert: every part of the method the material is silent about, the frame first. */
export function openQuestions(frame: Frame, steps: Step[]): OpenQuestion[] {
  const open: OpenQuestion[] = [];
  if (frame.audience === undefined)
    open.push({
      about: 'audience',
      question: 'Who is this for? Name one person you had in mind and what they do.',
    });
  if (frame.outcome === undefined)
    open.push({
      about: 'outcome',
      question: 'What can somebody do after the last step that they could not do before?',
    });
  if (frame.pain === undefined)
    open.push({
      about: 'pain',
      question: 'What goes wrong for people who do not work this way? Tell about one of them.',
    });
  if (frame.uniqueInsight === undefined)
    open.push({
      about: 'insight',
      question: 'What do most people in your field believe about this that you do not?',
    });
  for (const step of steps) {
    if (step.minutes?.origin !== 'source')
      open.push({
        about: 'time',
        stepId: step.id,
        question: `How long does “${step.title}” take the first time?`,
      });
    if (step.doneWhen?.origin !== 'source')
      open.push({
        about: 'check',
        stepId: step.id,
        question: `How does somebody know that “${step.title}” is done?`,
      });
    if (step.commonMistakes.length === 0)
      open.push({
        about: 'mistake',
        stepId: step.id,
        question: `What goes wrong most often in “${step.title}”?`,
      });
    if (step.workedExample === undefined)
      open.push({
        about: 'example',
        stepId: step.id,
        question: `Can you give a real case of “${step.title}”, with names and figures?`,
      });
  }
  return open;
}
