/** Original texts of different shapes, written for these tests: what experts paste, say and send. */

export const interview = `Rosa Lind: You have run the bakery's night shift for nine years. Before we talk about bread, how did you end up there?

Petra Vale: My uncle was ill and somebody had to come in at two. I never left.

Rosa Lind: Say I take over a shift tomorrow. Where do I start?

Petra Vale: First, you write down what was left over yesterday. Every loaf, by kind, in the grey notebook. It takes ten minutes. You are done when the number of loaves in the notebook is the number on the shelf.

Rosa Lind: What goes wrong there?

Petra Vale: They guess. The mistake is to write "a few". Four is a number, a few is a feeling.

Rosa Lind: And then?

Petra Vale: Then you set the dough for the day, by yesterday's rest. Multiply what was sold by 1.1 and take off what is left, because people come back for what they could not get. For example, on a Tuesday we sold 80 rye and 6 were left, so we set 82. Weigh the flour to ten grams and write the weight on the tub.

Rosa Lind: What comes next?

Petra Vale: Next, you check the oven with a loose thermometer, not with the dial. Put the thermometer in the middle of the stone and wait for twenty minutes. The dial on ours lies by fifteen degrees, and it always lies the same way, so write the difference on a piece of tape beside it.

Rosa Lind: Then we bake?

Petra Vale: Then you bake one loaf alone. One, before the others. Cut it open while it is hot. If the crumb sticks to the knife, give the rest four minutes more. Most people think that wastes a loaf. It saves a batch.

Rosa Lind: And at the end of the shift?

Petra Vale: Finally, you tell the next shift three things on one card: what ran out, what was left, and what the oven did. Hang the card where the coats are. It is done when somebody else has read it aloud to you.

Rosa Lind: Thank you, Petra.

Petra Vale: Thank you for coming at this hour.`;

export const howTo = `# Repairing a dripping tap

For people who rent a flat and have never opened a tap. You need half an hour, an adjustable spanner and a bag of washers.

1. Turn the water off under the sink. Open the tap and let it run empty, so that nothing sprays.
2. Put a cloth in the basin. A dropped screw finds the drain every time.
3. Take the cap off with a small knife and undo the screw beneath it.
4. Pull the handle straight up. Do not lever it sideways: the spindle bends.
5. Unscrew the valve with the spanner, turning left. Hold the tap with your other hand.
6. Compare the old washer with the new ones and choose the one of the same width.
7. Press the new washer in until it lies flat, and put everything back in the reverse order.
8. Turn the water on slowly and watch the spout for five minutes. You are done when no drop has fallen.

If it still drips, the seat is worn, and that is a plumber's job.`;

export const memo = `# Handing over a client

Memo to the new account managers. A handover takes two weeks; three of our last five failed because the client heard of it from an invoice.

## Choosing the day

Pick a day after a delivery, never before one. Ask the client's assistant which week is quiet. A handover in the week of a launch costs you the first month.

## Writing the one-page history

List every promise that was made in the last six months, with its date. Name who made it. Leave out what was only discussed. In 2023 we handed over a bank without its list and paid for a free workshop that nobody had written down.

## Introducing the new person

Call the client before you write. Say one thing the new person did for somebody like them. Then send a mail with both names in the first line.

## Sitting in together

Attend two meetings side by side. The old manager speaks in the first, the new one in the second. Write down each question that goes to the wrong person.

## Letting go

Leave the mailing list after ten working days. Send the client one sentence that says so. If they write to you again, answer within the hour and copy the new manager.`;

export const narrative = `We left Tromvik before light. My brother rowed, and my father sat in the stern with the tin on his knees and said nothing about the weather, which was how we knew that he did not like it.

By noon the wind had gone round. A grey boat came past us close enough for me to see the cook, who was peeling something, and he lifted his knife at us as if it were a hat. My father laughed for the first time in a week.

I remember the smell of tar from the sheds when we came in. A woman on the quay asked whose children we were, and my brother told her a name that was not ours. She gave us bread. We slept in a loft that night, above two horses, and I lay awake and listened to them shift their weight from one side to the other.

In the morning the tin was gone. My father went from house to house and asked, and people were kind, and nobody had seen it. He sat down on the steps of the church. It was the only time that I saw him sit down in the middle of a day.

Many years later my brother told me that he had thrown it into the harbour himself, because he was tired of carrying what was in it. I did not ask him what it was. We were both old by then, and it was raining.`;

export const transcript = `WEBVTT

1
00:00:03.000 --> 00:00:09.000
<v Ida>How do you check a rental contract before somebody signs it?

2
00:00:09.500 --> 00:00:16.000
<v Benno>First, you read the last page. The last page has the dates, and

3
00:00:16.000 --> 00:00:22.000
<v Benno>the dates are where people lose money. Write the two dates on your hand.

4
00:00:24.500 --> 00:00:26.000
<v Ida>And then?

5
00:00:26.500 --> 00:00:34.000
<v Benno>Then you mark every sentence with the word "landlord" in green and every one with "tenant" in red.

6
00:00:34.000 --> 00:00:41.000
<v Benno>Count them. If there are more than twice as many red ones, ask for a second draft.

7
00:00:43.500 --> 00:00:45.000
<v Ida>What is the third step?

8
00:00:45.500 --> 00:00:53.000
<v Benno>Next, you call the person who lives there now and ask three questions: heating, noise, deposit.

9
00:00:53.000 --> 00:01:01.000
<v Benno>Take ten minutes for that call. The mistake is to ask only whether they liked it.

10
00:01:03.500 --> 00:01:12.000
<v Benno>Finally, you sign in the flat and not in the office, because in the flat you see the damp wall. Photograph each room before you sign.`;

export const collection = ['Flat bread', 'Sour milk', 'Plum jam']
  .map(
    (name, index) => `# ${name}

A recipe for cold days.

## How to do it

1. Weigh ${index + 2}00 grams of what you have.
2. Heat the pan until a drop of water dances.
3. Stir it with a wooden spoon for ${index + 4} minutes.
4. Pour it into a clean jar and close the lid.

## Notes

It keeps for a week.`,
  )
  .join('\n\n');
