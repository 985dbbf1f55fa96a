/** What a question may be about besides the method. */
export type Topic = 'price' | 'fit';

/** Nothing beyond this says more about what somebody asks. */
const MOST = 2_000;

/** Lower case, without accents, with plain apostrophes and single spaces, so that one pattern fits every spelling. */
const plain = (text: string): string =>
  text
    .slice(0, MOST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ');

/** Words for the thing on offer. What a business sells to its own clients is the method's subject, not a price asked. */
const OFFER = {
  en: '(?:it|this|that|these|(?:the|your) (?:full |whole |paid |complete |rest of the )?(?:thing|course|programme|program|playbook|offer|package|coaching|membership|subscription|licen[cs]e|version|workshop|training|clone|help|method|approach|system|template)s?|working with you|you(?! charge .{0,3}(?:your|a|an) ))',
  nl: '(?:het|dit|dat|deze|(?:het|de|jullie|jouw|je|uw) (?:volledige |hele |betaalde )?(?:cursus|training|opleiding|aanpak|begeleiding|versie|workshop|programma|traject|draaiboek|playbook|pakket|abonnement|methode))',
  de: '(?:es|das|dies|dieses|(?:das|der|die|den|euer|eure|ihr|ihre|dein|deine) (?:ganze |volle |bezahlte )?(?:kurs|programm|training|angebot|paket|begleitung|version|workshop|abo|methode|playbook|coaching))',
  fr: "(?:ca|cela|ceci|(?:le|la|l'|votre|ton|ta|ce|cette) ?(?:cours|programme|formation|offre|pack|accompagnement|version(?: complete| payante)?|atelier|abonnement|methode|coaching|playbook))",
};

/** Who asks, or whom they ask for: themselves, or a kind of business. */
const ASKER = {
  en: '(?:me|us|(?:my|our)(?: own)? (?:\\w+ )?(?:team|business|company|agency|studio|situation|industry|trade|case|size|kind|practice|firm|shop|market|sector)|(?:a|an) (?:\\w+[ -])?(?:team|business|company|agency|studio|freelancer|firm|shop|practice|beginner|consultancy|person)|(?:\\w+ )?(?:freelancers|agencies|teams|companies|businesses|beginners|studios|consultants|firms)|(?:someone|people|somebody) like (?:me|us))',
  nl: "(?:mij|ons|(?:mijn|onze|ons) (?:\\w+ )?(?:team|bedrijf|bureau|zaak|situatie|sector|vak|markt|studio|praktijk)|een (?:\\w+ )?(?:team|bedrijf|bureau|zzp'?er|freelancer|studio|starter|zaak)|(?:\\w+ )?(?:freelancers|zzp'?ers|bureaus|teams|starters|bedrijven))",
  de: '(?:mich|mir|uns|(?:mein|meine|meinen|meinem|meiner|unser|unsere|unseren|unserem|unserer) (?:\\w+ )?(?:team|firma|agentur|unternehmen|betrieb|branche|situation|studio|markt|praxis)|ein(?:e|en|em|er)? (?:\\w+ )?(?:team|firma|agentur|unternehmen|betrieb|freelancer|studio|einsteiger|selbststandigen?)|(?:\\w+ )?(?:freelancer|agenturen|teams|firmen|selbststandige|einsteiger))',
  fr: '(?:moi|nous|(?:mon|ma|notre|mes|nos) (?:\\w+ )?(?:equipe|agence|entreprise|activite|situation|secteur|metier|marche|studio|cas|taille)|une? (?:\\w+ )?(?:equipe|agence|entreprise|independante?|freelance|studio|debutante?)|(?:les |des )?(?:\\w+ )?(?:independants|freelances|agences|debutants|equipes|entreprises))',
};

const { en, nl, de, fr } = OFFER;

const PRICE = [
  // English
  `how much (?:is|are) ${en}(?: cost| now)? ?(?:\\?|$|to (?:join|buy|get))`,
  `how much (?:does|do|would|will) ${en} (?:cost|charge|be)(?! (?:me |us |you )?to (?!work with|join|hire|get|buy|start|continue|keep|use))(?! (?:a|an|for (?:a|an)) )`,
  `what (?:does|do|would|will) ${en} (?:cost|charge)(?! (?:me |us |you )?to (?!work with|join|hire|get|buy|start|continue|keep|use))(?! (?:a|an|for (?:a|an)) )`,
  `(?:price|cost|costs|fee|pricing) (?:of|for) ${en}(?: |\\?|$|,|\\.)`,
  `(?:what|how high) (?:is|are) your (?:price|prices|pricing|rates?|fees?)`,
  `how expensive (?:is|are) ${en}`,
  `(?:is|are) there (?:a|any)(?: \\w+)? (?:discount|payment plan|refund|money.back|guarantee)`,
  `do you (?:offer|give|have|do|accept|take)(?: a| any)? (?:\\w+ )?(?:discounts?|payment plans?|instal?ments|refunds?|money.back|guarantee)(?! to clients)`,
  `can (?:i|we) (?:pay (?:monthly|later|in|by)|get (?:a discount|my money back|our money back))`,
  `(?:can|could|how (?:do|can)|where (?:do|can)) (?:i|we) (?:sign up|enroll?|subscribe|(?:buy|order|join|get) (?:${en}|the rest|one))`,
  `worth (?:the|its|your) (?:price|money|cost|fee)`,
  // Dutch
  `(?:wat|hoeveel) (?:kost|kosten) ${nl}(?! om )(?: |\\?|$|,|\\.)(?!om )`,
  `(?:wat|hoeveel) (?:zou|gaat|zal) ${nl}(?: \\w+)? kosten`,
  `hoe duur (?:is|zijn) ${nl}`,
  `(?:prijs|kosten) van (?:het|de|dit|deze|jullie|jouw|uw) (?:volledige |hele )?(?:cursus|training|aanpak|begeleiding|workshop|programma|traject|playbook|pakket|abonnement)`,
  `wat (?:is|zijn) (?:jullie|jouw|je|uw) (?:prijs|prijzen|tarief|tarieven)`,
  `is er (?:ook )?(?:een )?(?:korting|betaalregeling|garantie|geld.?terug)`,
  `(?:kan|kunnen) (?:ik|we|wij) (?:ook )?(?:in termijnen|maandelijks|gespreid|later) betalen`,
  `(?:hoe|waar) (?:kan|kunnen) (?:ik|we|wij) (?:\\w+ ){0,3}(?:kopen|bestellen|inschrijven|aanmelden|afsluiten)`,
  // German
  `(?:was|wie ?viel) (?:kostet|kosten) ${de}(?: |\\?|$|\\.)(?!(?:\\w+ ){0,6}zu \\w+en)`,
  `(?:was|wie ?viel) (?:wurde|wird) ${de}(?: \\w+)? kosten`,
  `wie teuer (?:ist|sind|ware) ${de}`,
  `(?:preis|kosten) (?:fur|von|des|der) (?:das|den|die|des|der|dieses|diesen|euer|eures) ?(?:kurs|kurses|programm|programms|training|trainings|angebot|angebots|paket|pakets|coaching|coachings)`,
  `was sind (?:eure|ihre|deine) (?:preise|tarife|honorare)`,
  `gibt es (?:auch )?(?:eine?n? )?(?:rabatt|ratenzahlung|garantie|geld.?zuruck)`,
  `(?:kann ich|konnen wir) (?:auch )?(?:in raten|monatlich|spater) (?:be)?zahlen`,
  `(?:wie|wo) (?:kann ich|konnen wir) (?:\\w+ ){0,3}(?:kaufen|buchen|bestellen|anmelden)`,
  // French
  `combien (?:est-ce que )?(?:ca|cela) (?:coute|vaut|couterait)(?! de )`,
  `combien (?:coute|coutent|vaut|couterait) ${fr}`,
  `c'est combien(?: |\\?|$)`,
  `(?:prix|tarif|cout) (?:du|de la|de l'|de votre|de ce|de cette) ?(?:cours|programme|formation|offre|pack|accompagnement|atelier|abonnement|methode|coaching)`,
  `quels? (?:est|sont) (?:votre|vos|ton|tes) (?:prix|tarifs?)`,
  `(?:y a-t-il|il y a|proposez-vous|offrez-vous) (?:une?|des) (?:remises?|reductions?|garanties?|facilites? de paiement|remboursement)`,
  `pa(?:yer|iement) en plusieurs fois`,
  `comment (?:puis-je |peut-on |je peux )?(?:acheter|m'inscrire|s'inscrire|commander|m'abonner)`,
];

const FIT = [
  // English
  `(?:is|would|will) ${en}(?: really| also| still| even)?(?: be)? (?:right|suitable|suited|a (?:good )?fit|good|meant|made|designed|useful|relevant|something|enough|overkill) (?:for|to) ${ASKER.en}`,
  `(?:is|would) ${en}(?: really| also| even)? for ${ASKER.en}`,
  `(?:does|do|will|would|can|could) ${en}(?: also| still| really| even)? (?:work|fit|apply|help|suit|make sense)(?: well)?(?: for| with| to| in)? ${ASKER.en}`,
  `(?:am i|are we|is my \\w+|is our \\w+) (?:too (?:small|big|large|early|late|new|young|far)|ready for (?:this|it)|the right)`,
  // Dutch
  `(?:is|werkt|past|helpt|geldt|klopt) ${nl}(?: \\w+){0,3} (?:voor|bij|in) ${ASKER.nl}`,
  `(?:geschikt|bedoeld|gemaakt|nuttig|zinvol) voor ${ASKER.nl}`,
  `(?:ben ik|zijn we|zijn wij|is (?:mijn|ons) \\w+) (?:niet )?te (?:klein|groot|vroeg|laat|jong)`,
  // German
  `(?:ist|passt|funktioniert|hilft|lohnt|taugt|gilt|eignet) (?:sich )?${de}(?: \\w+){0,3} (?:fur|zu|bei) ${ASKER.de}`,
  `hilft ${de} (?:uns|mir)`,
  `(?:geeignet|gedacht|gemacht|sinnvoll|passend) fur ${ASKER.de}`,
  `(?:bin ich|sind wir|ist (?:mein|meine|unser|unsere) \\w+) (?:nicht )?zu (?:klein|gross|fruh|spat|jung)`,
  // French
  `${fr}(?: \\w+)? (?:marche|fonctionne|convient|s'applique|correspond|aide|sert)(?:-t-(?:il|elle))?(?: \\w+)? (?:pour|a|au|avec|chez|aux) ${ASKER.fr}`,
  `(?:adaptee?|faite?|utile|pertinente?|valable|pensee?|concue?) (?:pour|a|au|aux) ${ASKER.fr}`,
  `(?:suis-je|sommes-nous|est-ce que (?:je suis|nous sommes)|mon \\w+ est(?:-elle|-il)?) trop (?:petite?s?|grande?s?|tot|tard|jeunes?)`,
];

const any = (patterns: string[]): RegExp =>
  new RegExp(patterns.map((pattern) => `(?<![\\w'])(?:${pattern})`).join('|'));
const PATTERNS: [Topic, RegExp][] = [
  ['price', any(PRICE)],
  ['fit', any(FIT)],
];

/**
 * What a question to the clone is about besides the method: what the offer costs or how to get it, and whether it suits
 * who asks. English, Dutch, German and French, by patterns; silent in doubt, as a wrong signal costs more trust than a
 * missed one. Deterministic.
 */
export function topicsOf(question: string): Set<Topic> {
  const text = plain(question);
  return new Set(PATTERNS.flatMap(([topic, pattern]) => (pattern.test(text) ? [topic] : [])));
}
