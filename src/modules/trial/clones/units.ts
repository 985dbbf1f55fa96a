/** A verbatim span of a source, or of the step itself when nobody else said it. */
export interface Quoted {
  sourceId: string | null;
  passageId: string | null;
  quote: string;
}

interface CitedText {
  text: string;
  citations: {
    sourceId: string;
    passageId?: string | undefined;
    quote: string;
    start: number;
    end: number;
  }[];
}

/** What a clone reads of a published playbook. */
export interface ReadContent {
  outcome?: CitedText | undefined;
  audience?: CitedText | undefined;
  pain?: CitedText | undefined;
  uniqueInsight?: CitedText | undefined;
  steps: {
    id: string;
    position: number;
    title: string;
    citations: CitedText['citations'];
    outcome?: CitedText | undefined;
    why?: CitedText | undefined;
    minutes?: { value: number; citations: CitedText['citations'] } | undefined;
    inputs: CitedText[];
    instructions: CitedText[];
    workedExample?: CitedText | undefined;
    doneWhen?: CitedText | undefined;
    commonMistakes: CitedText[];
    tools: CitedText[];
  }[];
}

/** What a clone reads of a source. */
export interface ReadSource {
  id: string;
  title: string;
  text: string;
  passages: {
    id?: string;
    start: number;
    end: number;
    quote: string;
    kind: string;
    headings: string[];
    block: number;
    inBlock: number;
    speaker?: string;
  }[];
}

export interface StepName {
  id: string;
  position: number;
  title: string;
}

/** The smallest thing a clone can say: a field of a step, or a sentence of a source. */
export interface Unit {
  id: string;
  field:
    | 'title'
    | 'why'
    | 'outcome'
    | 'time'
    | 'needs'
    | 'instruction'
    | 'example'
    | 'check'
    | 'mistake'
    | 'goal'
    | 'audience'
    | 'pain'
    | 'passage';
  /** What would be said. */
  text: string;
  /** What stands around it and tells what it is about, but would not be said. */
  context: string;
  /** The step it stands in, or that rests on it. */
  step: StepName | null;
  quoted: Quoted;
  /** Span in its source, to see when two units say the same. */
  span: { sourceId: string; start: number; end: number } | null;
  /** For passages: the paragraph or turn, and the place in it. */
  block: string | null;
  place: number;
  isRow?: boolean;
}

/** Cuts a playbook and its sources into what can be said, in reading order. */
export function unitsOf(content: ReadContent, sources: ReadSource[], expertName: string): Unit[] {
  const texts = new Map(sources.map((source) => [source.id, source.text]));
  return [
    ...playbookUnits(content, texts),
    ...sources.flatMap((source) => passageUnits(source, content, expertName)),
  ];
}

function playbookUnits(content: ReadContent, texts: Map<string, string>): Unit[] {
  const units: Unit[] = [];
  const add = (
    field: Unit['field'],
    step: StepName | null,
    value: CitedText | undefined,
    { context = '', text = value?.text ?? '' }: { context?: string; text?: string } = {},
  ) => {
    if (!value || !text) return;
    // A quote whose source is gone from sight is not shown as the source's any more; the step's own words remain.
    const found = value.citations.find(({ sourceId, quote }) => texts.get(sourceId)?.includes(quote));
    units.push({
      id: `u${units.length + 1}`,
      field,
      text,
      context,
      step,
      quoted: found
        ? { sourceId: found.sourceId, passageId: found.passageId ?? null, quote: found.quote }
        : { sourceId: null, passageId: null, quote: value.text },
      span: found ? { sourceId: found.sourceId, start: found.start, end: found.end } : null,
      block: null,
      place: units.length,
    });
  };
  add('goal', null, content.outcome, { context: 'outcome goal result end' });
  add('audience', null, content.audience, { context: 'audience who for' });
  add('pain', null, content.pain, { context: 'problem pain' });
  add('pain', null, content.uniqueInsight, { context: 'insight' });
  for (const { id, position, title, citations, ...step } of content.steps) {
    const name = { id, position, title };
    const about = { context: title };
    add('title', name, { text: title, citations });
    add('why', name, step.why, about);
    add('outcome', name, step.outcome, about);
    if (step.minutes) {
      const { value, citations } = step.minutes;
      const text = `About ${spoken(value)}.`;
      add('time', name, { text, citations }, { context: `${title} long time minutes hours` });
    }
    for (const input of step.inputs) add('needs', name, input, about);
    for (const instruction of step.instructions) add('instruction', name, instruction, about);
    for (const mistake of step.commonMistakes) add('mistake', name, mistake, about);
    add('example', name, step.workedExample, about);
    add('check', name, step.doneWhen, about);
    for (const tool of step.tools) add('needs', name, tool, about);
  }
  const minutes = content.steps.map((step) => step.minutes?.value ?? 0);
  if (minutes.length > 0 && minutes.every((value) => value > 0)) {
    const text = `All ${minutes.length} steps together take about ${spoken(minutes.reduce((sum, value) => sum + value))}.`;
    add('time', null, { text, citations: [] }, { context: 'whole playbook long time minutes hours' });
  }
  return units;
}

function spoken(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`, rest > 0 && `${rest} minutes`];
  return parts.filter(Boolean).join(' ');
}

const SHORTEST = 12;

function passageUnits(source: ReadSource, content: ReadContent, expertName: string): Unit[] {
  const voice = voiceOf(source, expertName);
  const citing = content.steps.flatMap(({ id, position, title, ...step }) =>
    [step.why, step.outcome, step.workedExample, step.doneWhen, ...step.instructions, ...step.commonMistakes]
      .flatMap((field) => field?.citations ?? [])
      .filter(({ sourceId }) => sourceId === source.id)
      .map(({ start, end }) => ({ start, end, step: { id, position, title } })),
  );
  const units: Unit[] = [];
  // What was asked says what the answer is about, and is no answer itself.
  let asked = '';
  let askedIn = -1;
  for (const [index, passage] of source.passages.entries()) {
    if (voice !== null && passage.speaker !== undefined && passage.speaker !== voice) {
      asked = askedIn === passage.block ? `${asked} ${passage.quote}` : passage.quote;
      askedIn = passage.block;
      continue;
    }
    if (passage.kind === 'heading' || passage.quote.length < SHORTEST) continue;
    const near = [source.passages[index - 1], source.passages[index + 1]]
      .filter((other) => other?.block === passage.block)
      .map((other) => other?.quote ?? '');
    const isAnswer = passage.speaker !== undefined && passage.block === askedIn + 1;
    units.push({
      id: `${source.id}:${passage.start}`,
      field: 'passage',
      text: passage.quote,
      context: [...near, ...passage.headings, ...(isAnswer ? [asked] : [])].join(' '),
      step: citing.find(({ start, end }) => start < passage.end && end > passage.start)?.step ?? null,
      quoted: { sourceId: source.id, passageId: passage.id ?? null, quote: passage.quote },
      span: { sourceId: source.id, start: passage.start, end: passage.end },
      block: `${source.id}:${passage.block}`,
      place: passage.inBlock,
      ...(passage.kind === 'row' && { isRow: true }),
    });
  }
  return units;
}

/** Whose words answer: the expert by name, else whoever says most; null where nobody is named. */
function voiceOf(source: ReadSource, expertName: string): string | null {
  const said = new Map<string, number>();
  for (const { speaker, quote } of source.passages)
    if (speaker) said.set(speaker, (said.get(speaker) ?? 0) + quote.length);
  if (said.has(expertName)) return expertName;
  return [...said].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
