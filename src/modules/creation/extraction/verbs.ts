/**
 * Verbs of doing. English hides its imperatives (no ending marks them), so the composer knows the verbs that
 * instructions are made of. `SURE` words open a sentence as a verb and hardly ever as anything else; `MAYBE`
 * words are as often nouns ("plan", "order", "book") and need a determiner, pronoun or preposition after them.
 */
const SURE =
  'accept accompany achieve acknowledge acquire adapt add address adjust admit adopt agree allocate allot allow analyse analyze announce annex annotate anticipate apologize apologise append apply approach arrange ask assemble assess assign assume attach attend avoid award become beg begin bind boil borrow break bring brush build calculate call carry catch challenge check choose chop circle clarify classify clean clear climb close collect combine compare complete compose compute concentrate conclude conduct confirm connect consider construct consult contact continue contribute convert convince cook copy correct count cover create cross cut decide declare decline decrease deduct define delegate delete deliver demonstrate describe detect determine develop diagnose disable discard disconnect discover discuss distribute divide document download draft drag draw drop earn eat edit eliminate email embed empty enable encourage end engage enjoy ensure enter establish estimate evaluate examine exclude execute expect explain explore expose express extend extract facilitate fasten fetch figure file fill filter find finish fit fix flip fold follow forget forgive gather generate get give glue go grab greet grind grow guarantee guess guide hand handle hang have hear help hide highlight hire hit hold identify ignore illustrate implement import improve include increase inform insert inspect install instruct interview introduce invent invest invite invoice involve isolate join judge jump justify keep kick kill knock know label lay lead learn leave lend let lift limit link list listen load locate log look loosen lower mail maintain make manage map mark match measure meet memorize mention merge mind minimize mix modify monitor mount move multiply negotiate notice notify number observe obtain offer omit open operate organise organize outline paint park participate pass paste pay perform persuade phone photograph pick place pour practise practice prepare present press prevent prioritise prioritize proceed produce prohibit promise promote propose protect prove provide publish pull punch purchase push put qualify question quit raise reach read rebuild recall receive recommend reconsider recruit reduce refer refine reflect refuse register rehearse reject relax release rely remain remember remind remove rename render repair repeat replace reply report request reread rescue reserve resist resolve respond rest restart restore retain retrieve return reveal reverse review revise reward rewrite rewind rinse ring rise roll round run save say scan schedule score scrape screen scroll search secure see seek select sell send separate serve set settle shadow shake share sharpen shift shoot show shut sign simplify sit size skip sleep slice slide slow smile solve sort soak speak specify spell spend spin split spread stabilise stabilize stand start state stay steal steer stick stir stop store strengthen strike strip study submit subtract succeed sum summarise summarize supply support swap sweep swing switch tackle tag take talk teach tear tell terminate test thank think throw tick tie tighten time track train transcribe transfer transform translate travel treat trim trust try tune turn type uncover underline understand undo unfold unplug unscrew update upgrade upload urge use validate vary verify visit visualise visualize vote wait walk warn wash watch water wear weigh welcome wipe withdraw work wrap write zoom bake roast fry simmer peel knead whisk grate marinate chill thaw sew stitch knit sand saw weld solder prune sow mow scrub polish vacuum unpack unload squeeze twist bend breathe inhale exhale sing dance swim ride rent lease insure mentor debug deploy refactor compile encrypt click tap swipe configure reboot reset uninstall haggle bid dilute bandage tidy declutter forecast bundle upsell retarget segment syndicate debrief foam redraft proofread caption subtitle crop export sync backup archive dispose recycle rotate reorder restock requote recalculate reconcile audit certify sterilise sterilize disinfect ventilate insulate drain flush bleed grease oil lubricate align calibrate tension torque tow jack hoist brace clamp anchor rivet plaster tile grout varnish wax detach reattach refill refit resize rephrase restate mirror paraphrase empathise empathize praise escalate triage timebox reassign appoint nominate elect'.split(
    ' ',
  );
const MAYBE =
  'access act do advance aim answer approach attempt attack attend balance base batch bill block board book brief budget burn buy care cast cause change chart coach code comment compromise contract control cost credit cure date deal debate delay design detail direct dismiss display double doubt dress drill drive dry email exercise exit experiment fail farm feature field fight film flag flow focus force form frame freeze fund gain grade grant graph group guard halt harvest heat hook host hunt index interest iron issue kit lack land last launch level line live lock loop lose love master model name narrow need nest note nurture object order own pace pack page pair panic pause pilot pin pitch plan plant play plot plug point poll pool post price print prime process profile program project prompt prototype quote range rank rate react record rehash relate research report rescue result risk rule sample scale scope scout script seal season seat seed sense shape ship shop signal site sketch slot smell sound source space speed sponsor stack staff stage stamp state step stress stretch structure style subject surface survey table talk target task taste team tempt term text thread top touch tour trace trade trail trap travel trial trick trigger tutor value view voice walk warm waste weed welcome wonder word'.split(
    ' ',
  );

const IRREGULAR =
  'be was,were been|become became become|begin began begun|bind bound bound|break broke broken|bring brought brought|build built built|burn burnt burnt|buy bought bought|catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought|find found found|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|learn learnt learnt|leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rewrite rewrote rewritten|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spell spelt spelt|spend spent spent|spin spun spun|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|sweep swept swept|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|tie tied tied|understand understood understood|wear wore worn|withdraw withdrew withdrawn|write wrote written'.split(
    '|',
  );

const sure = new Set(SURE);
const maybe = new Set(MAYBE.filter((verb) => !sure.has(verb)));
const pastToBase = new Map<string, string>();
const gerundToBase = new Map<string, string>();
const thirdToBase = new Map<string, string>();
const participles = new Map<string, string>();

const VOWEL = /[aeiou]/;
const doubles = (verb: string) =>
  /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ||
  /(?:(?:re|pre|trans|de|in|con)fer|(?:com|sub|per|ad|o)mit|(?:oc|in|re)cur|(?:com|ex|pro|im)pel|(?:con|pa)trol|begin|forget|equip|regret|format)$/.test(
    verb,
  );

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (verb.endsWith('y') && !VOWEL.test(verb.at(-2) ?? '')) return `${verb.slice(0, -1)}ied`;
  return doubles(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function gerund(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubles(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

function third(verb: string): string {
  if (verb.endsWith('y') && !VOWEL.test(verb.at(-2) ?? '')) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

const irregular = new Map<string, { past: string[]; participle: string }>();
for (const entry of IRREGULAR) {
  const [base = '', past = '', participle = ''] = entry.split(' ');
  irregular.set(base, { past: past.split(','), participle });
}
for (const verb of [...sure, ...maybe]) {
  const odd = irregular.get(verb);
  for (const past of odd?.past ?? [regularPast(verb)]) if (!pastToBase.has(past)) pastToBase.set(past, verb);
  participles.set(verb, odd?.participle ?? regularPast(verb));
  gerundToBase.set(gerund(verb), verb);
  thirdToBase.set(third(verb), verb);
}
for (const [verb, odd] of irregular)
  for (const past of odd.past) if (!pastToBase.has(past)) pastToBase.set(past, verb);
for (const verb of ['practice', 'practise']) gerundToBase.set('practicing', verb);

type VerbHood = 'sure' | 'maybe' | undefined;

/** Whether a lower-case word can be the base form of an action verb. */
export function verbHood(word: string): VerbHood {
  return sure.has(word) ? 'sure' : maybe.has(word) ? 'maybe' : undefined;
}

/** "made" -> "make", "arranged" -> "arrange"; undefined for what is no past form we know. */
export function baseOfPast(word: string): string | undefined {
  return pastToBase.get(word);
}

/** "writing" -> "write". */
export function baseOfGerund(word: string): string | undefined {
  return gerundToBase.get(word);
}

/** "writes" -> "write". */
export function baseOfThird(word: string): string | undefined {
  return thirdToBase.get(word);
}

/** "write" -> "written". */
export function participleOf(verb: string): string | undefined {
  return participles.get(verb);
}

/** Pasts that tell a story (going, seeing, happening) rather than a deliberate act. */
const NARRATIVE = new Set(
  'go walk come meet see hear feel sleep sit stand eat travel arrive pass return remain stay become begin happen think know find proceed fall look lie say reply get return receive learn enjoy lose live love want need have be lodge land row drink leave follow reach drive turn remember forget notice observe wonder wish hope laugh spend mention like'.split(
    ' ',
  ),
);

/** Whether a verb in the past tells what befell somebody rather than what they did on purpose. */
export function isNarrative(base: string): boolean {
  return NARRATIVE.has(base);
}
