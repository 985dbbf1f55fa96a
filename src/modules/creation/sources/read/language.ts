/** The commonest small words per language; enough to tell running text apart without a model. */
const COMMON: Record<string, string> = {
  en: 'the and to of a in is that it you for on with as are this be have not we they what but your from or when which',
  de: 'der die das und ist nicht ich sie es ein eine zu mit den auf für von dem im wir auch als wenn so sich man',
  fr: 'le la les et est que des en un une pour dans ne pas vous il nous qui sur au plus avec ce je on du mais',
  es: 'el la los las que y de en un una es no se por con para su lo como más pero al está del yo esto cuando',
  it: 'il la che di e è un una per non in con si da come sono del della ma le gli i questo più quando ho anche',
  nl: 'de het een en van ik je is dat niet op te in met voor zijn er maar die we om ook als naar dan nog wat',
  pt: 'o a os as que de e em um uma não para com por se mais do da no na é como mas você isso ao quando seu',
  sv: 'och att det som en på är av för med den till inte jag du vi har om ett men så de kan när eller',
  pl: 'i w nie na się że to z do jest jak o co ale po tak za od przez czy są było dla tego już gdy może',
};
const WORDS = Object.entries(COMMON).map(([tag, words]) => [tag, new Set(words.split(' '))] as const);

const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
];

/** The language of running text by script and small words; undefined when there is too little to tell. */
export function detectLanguage(text: string): string | undefined {
  const sample =
    text.length > 40_000
      ? text.slice(0, 20_000) + text.slice(text.length / 2, text.length / 2 + 20_000)
      : text;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return undefined;
  for (const [tag, pattern] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.1 : 0.4)) return tag;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return undefined;
  let best: { tag: string; hits: number } | undefined;
  for (const [tag, common] of WORDS) {
    const hits = words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0);
    if (best === undefined || hits > best.hits) best = { tag, hits };
  }
  return best !== undefined && best.hits / words.length > 0.12 ? best.tag : undefined;
}
