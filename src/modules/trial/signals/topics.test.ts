import { describe, expect, it } from 'vitest';
import { type Topic, topicsOf } from './topics.ts';

const about = (topic: Topic, questions: string[]) =>
  questions.filter((question) => !topicsOf(question).has(topic));

const PRICE = [
  'How much is this?',
  'What does the full programme cost?',
  'How much does it cost to work with you?',
  'What would your coaching cost us per month?',
  'What are your prices?',
  'Is there a discount for two people?',
  'Do you offer a payment plan?',
  'Can I pay monthly?',
  'Where can I buy the rest?',
  'Is it worth the money?',
  'What is the price of the course?',
  'Wat kost het?',
  'Hoeveel kost het programma precies?',
  'Wat gaat dit ons kosten?',
  'Kan ik in termijnen betalen?',
  'Is er een geld-terug-garantie?',
  'Waar kan ik me inschrijven?',
  'Was kostet das?',
  'Wie viel kostet euer Programm?',
  'Wie teuer ist das Coaching?',
  'Gibt es eine Ratenzahlung?',
  'Kann ich in Raten zahlen?',
  'Combien ça coûte ?',
  'Combien coûte la formation ?',
  'C’est combien ?',
  'Quels sont vos tarifs ?',
  'Peut-on payer en plusieurs fois ?',
  'Comment puis-je m’inscrire ?',
];

const FIT = [
  'Is this right for me?',
  'Does this work for a small team?',
  'Would it also work for our agency?',
  'Will the method fit my kind of business?',
  'Does it work for freelancers?',
  'Are we too small for this?',
  'Is it suitable for a two-person studio?',
  'Would this help us?',
  'Is dit geschikt voor een klein bureau?',
  'Werkt het ook voor mijn bedrijf?',
  'Past dit bij ons?',
  'Zijn we te klein?',
  'Ist das für mich?',
  'Passt das zu uns?',
  'Funktioniert die Methode auch für Freelancer?',
  'Eignet sich das für unsere Agentur?',
  'Sind wir zu klein dafür?',
  'Est-ce que ça marche pour une petite équipe ?',
  'Est-ce que cela convient à mon activité ?',
  'Est-ce adapté à une agence ?',
  'Sommes-nous trop petits ?',
];

/** About the method: what a client pays, who a client is, how long a step takes. */
const METHOD = [
  'How much should I charge for a rebrand?',
  'How do I set a price for a job I have never done?',
  'What do I do when a client says the price is too high?',
  'Should I give a discount to an old client?',
  'How much does a logo cost to make?',
  'How much does it cost to make a logo?',
  'How do I calculate my hourly rate?',
  'When do I send the quote?',
  'Which three past jobs should I take?',
  'What if the work grows after we agreed?',
  'How long does step 3 take?',
  'Does this work with clients who pay late?',
  'What is a good fixed price for a small website?',
  'How do I raise my prices without losing clients?',
  'Can you give me an example of a floor price?',
  'How do I buy time before answering?',
  'Wat kost het om een logo te maken?',
  'Hoe bepaal ik mijn prijs?',
  'Hoeveel uur kost stap drie?',
  'Moet ik korting geven aan een vaste klant?',
  'Hoe weet ik of de klant bij mij past?',
  'Wie berechne ich meinen Stundensatz?',
  'Was kostet eine Stunde Arbeit wirklich?',
  'Soll ich einem Kunden Rabatt geben?',
  'Wie lange dauert der dritte Schritt?',
  'Comment fixer mon prix ?',
  'Combien coûte un logo ?',
  'Faut-il accorder une remise à un client ?',
  'Combien de temps prend l’étape trois ?',
  'What is the weather tomorrow?',
  '',
];

describe('topics of a question', () => {
  it('finds questions about the price in four languages', () => {
    expect(about('price', PRICE)).toEqual([]);
  });

  it('finds questions about the fit in four languages', () => {
    expect(about('fit', FIT)).toEqual([]);
  });

  it('leaves questions about the method alone, prices and clients among them', () => {
    expect(METHOD.filter((question) => topicsOf(question).size > 0)).toEqual([]);
  });

  it('reads through case, accents and curly apostrophes', () => {
    expect([...topicsOf('COMBIEN CA COUTE?')]).toEqual(['price']);
    expect([...topicsOf('Combien  ça\ncoûte')]).toEqual(['price']);
  });

  it('takes no time over a text made to be slow', () => {
    const started = performance.now();
    topicsOf(`how much does ${'the full '.repeat(50_000)}`);
    topicsOf(`is ${'a a '.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
