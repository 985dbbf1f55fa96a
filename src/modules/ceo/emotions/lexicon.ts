/** Ekman's six and none of them. */
export type Emotion = Felt | 'neutral';
export type Felt = 'joy' | 'sadness' | 'anger' | 'fear' | 'surprise' | 'disgust';

/** Words of our own choosing, per emotion and strength; a star at the end stands for any ending. */
const WORDS: Record<Felt, Record<number, string>> = {
  joy: {
    3: `love loved loves loving thank* thx thanx grateful gratitude amazing awesome wonderful fantastic brilliant excellent delighted thrilled
      congrats congratulation* hilarious perfect beautiful adorable gorgeous superb happy happier happiest happiness joy joyful lol lmao rofl haha* hehe*
      yay woohoo hooray blessed excited exciting impressed impressive adore appreciate* fabulous incredible stunning`,
    2: `great glad good nice best better cool fun funny enjoy* enjoyed lovely proud pleased hope hopefully hoping hopeful wish wishing cute sweet favorite favourite
      welcome cheers laugh* laughing smile* smiling celebrate* win wins winning legend hero smart clever helpful kind kindness care caring admire* respect
      relief relieved relieving lucky luck interested agree agreed absolutely definitely correct exactly true well useful recommend* deserve* support* bless
      pleasure delicious yum yummy xoxo hug hugs merry glorious neat solid dope lit epic pog`,
    1: `like likes liked fine fair sure yes yeah yep yup ok okay looking please right want wanna thoughtful sense worth works friend friends enjoyable
      positive easy safe warm peaceful fresh congratulated reasonable ready can't-wait`,
  },
  sadness: {
    3: `sad sadly saddest sadness sadder depressed depressing depression heartbroken heartbreaking grief griev* mourn* miserable devastat* cry crying cried tears
      sorry apolog* regret* lonely alone hopeless tragic tragedy rip condolences unfortunately disappoint* ashamed embarrass*`,
    2: `miss missed missing lost loss hurt hurts hurting pain painful suffer* died dead death dying poor unhappy upset gloomy unlucky unfortunate shame
      guilty cringe awkward fail failed failing failure broken worse lose losing loser sucks sucked suck pity disheartening bummer bummed rough`,
    1: `sigh bad tired exhausted weak wrong never hard difficult struggle* worthless empty bleak late`,
  },
  anger: {
    3: `angry anger furious fury rage raging pissed hate hates hated hating outrag* fuck fucking fucked fucker asshole* bastard* bitch* shut infuriat* idiot* moron*
      unacceptable scam scammer* stfu dumbass bullshit damn goddamn pathetic`,
    2: `annoy* irritat* stupid dumb ridiculous frustrat* mad hostile offensive offended rude toxic terrible awful blame selfish jerk dick ass hell crap
      liar lies lying lied cheat* unfair disagree* disapprov* ignorant arrogant stop nonsense complain* complaint spam useless kill* attack* racist sexist
      trash garbage joke clown clowns troll* entitled hypocrit* greedy`,
    1: `worst problem fault bother* sick enough wtf nope no not wrong don't doesn't shouldn't against tired-of`,
  },
  fear: {
    3: `afraid scared scary scare scares terrif* frighten* fear fears fearful horrified horrifying horror panic* anxious anxiety nervous worried worry worries
      worrying worrisome dread* phobia nightmare* creepy spooky petrified`,
    2: `danger* threat* threaten* risk risky unsafe concern* stress* stressed uneasy tense alarming paranoid vulnerable terrorist* haunted shaking`,
    1: `warning emergency careful beware unsure`,
  },
  surprise: {
    3: `wow woah whoa surpris* omg shocked shocking astonish* astound* unexpected* unbelievable stunned speechless wonder wondering curious confus* puzzl* baffl*
      huh realiz* realis* wtf whaaat`,
    2: `what why how really who where which interesting strange weird odd suddenly sudden mystery clueless bizarre plot-twist crazy insane wild noticed
      forgot remember* thought didn't-know`,
    1: `maybe guess idk apparently actually turns would could does did is`,
  },
  disgust: {
    3: `disgust* gross nasty repuls* revolting vile vomit* puke puking barf eww ew ewww yuck yucky filthy sickening nauseat* cringe* cringey cringy`,
    2: `creep creeps rotten stink* smelly dirty ugly toxic perver* shit shitty gag hideous foul horrible`,
    1: `weird awful dislike* smell* slimy`,
  },
};

/** Marks that carry a feeling by themselves. */
const SIGNS: [RegExp, Felt, number][] = [
  [/[❤♥😍🥰💕💖😊🙂😀😃😄😁🎉👍👏🙏😂🤣😆💯🥳]|:-?\)|:-?d\b|<3|;-?\)/giu, 'joy', 3],
  [/[😢😭😞😔💔☹🙁😿😥]|:-?\(|:'\(/gu, 'sadness', 3],
  [/[😡😠🤬👿🖕]/gu, 'anger', 3],
  [/[😱😨😰😟]/gu, 'fear', 3],
  [/[😮😲🤯😳🤔]|\?!|!\?|\?{2,}/gu, 'surprise', 3],
  [/[🤢🤮]/gu, 'disgust', 4],
  [/\?/gu, 'surprise', 1],
  [/!/gu, 'joy', 0.5],
];

/** Turns the next words round: "not good" is no joy. */
export const NEGATIONS = new Set(
  "not no never nothing neither nor without hardly barely cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't won't wouldn't shouldn't couldn't ain't haven't hasn't".split(
    ' ',
  ),
);
export const STRENGTHENERS = new Set(
  'very so really extremely absolutely totally incredibly super truly too such completely fucking damn'.split(
    ' ',
  ),
);

const exact = new Map<string, [Felt, number][]>();
const stems: [string, Felt, number][] = [];
for (const [emotion, byStrength] of Object.entries(WORDS) as [Felt, Record<number, string>][])
  for (const [strength, words] of Object.entries(byStrength))
    for (const word of words.split(/\s+/)) {
      if (word.endsWith('*')) stems.push([word.slice(0, -1), emotion, Number(strength)]);
      else exact.set(word, [...(exact.get(word) ?? []), [emotion, Number(strength)]]);
    }

/** What a word says, of which strength. */
export const meaningOf = (word: string): [Felt, number][] => {
  const known = exact.get(word);
  if (known) return known;
  return stems.filter(([stem]) => word.startsWith(stem)).map(([, emotion, strength]) => [emotion, strength]);
};

/** What the signs of a text say. */
export const signsOf = (text: string): [Felt, number][] =>
  SIGNS.flatMap(([pattern, emotion, strength]) => {
    const count = text.match(pattern)?.length ?? 0;
    return count > 0 ? [[emotion, strength * Math.min(count, 3)] as [Felt, number]] : [];
  });
