// Comfort at the clone: the answer comes without leaving the page. The form is whole without it.
const block = document.getElementById('clone');
const form = block.querySelector('form');
const list = block.querySelector('.clone-turns');
const base = location.pathname.replace(/\/+$/, '');

new IntersectionObserver((entries, watch) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watch.disconnect();
  navigator.sendBeacon?.(`${base}/clone/openings`);
}).observe(block);

const add = (kind, text) => {
  const line = document.createElement('p');
  line.className = kind;
  line.textContent = text;
  return line;
};

// What a model writes, sentence by sentence, each checked before it comes.
async function follow(answer, question) {
  const item = document.createElement('li');
  item.className = 'clone-turn';
  const text = add('clone-answer', '');
  item.append(add('clone-question', question), text);
  list.append(item);
  let rest = '';
  let problem = null;
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const [, kind, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (kind === 'sentence') text.textContent += `${JSON.parse(data).text} `;
      if (kind === 'problem') problem = JSON.parse(data);
    }
  }
  return problem;
}

form?.addEventListener('submit', async (event) => {
  const field = form.elements.question;
  const button = form.querySelector('button');
  if (!field || button.disabled) return;
  event.preventDefault();
  button.disabled = true;
  document.getElementById('clone-left').textContent = 'Looking through the material';
  const question = field.value.replace(/\s+/g, ' ').trim();
  const streams = 'stream' in form.dataset;
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: streams ? 'text/event-stream' : 'application/json',
    },
    body: JSON.stringify({ question, requestKey: form.elements.k.value }),
  }).catch(() => null);
  const read = streams && answer?.ok ? follow(answer, question) : answer?.json();
  const said = await Promise.resolve(read).catch(() => null);
  // The page comes back with the answer in it, so that what stands here is what stands there.
  const page = await fetch(location.pathname).then(
    (reply) => reply.text(),
    () => '',
  );
  const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('clone');
  if (fresh) {
    list.innerHTML = fresh.querySelector('.clone-turns').innerHTML;
    form.innerHTML = fresh.querySelector('form')?.innerHTML ?? '';
  }
  const last = list.lastElementChild;
  if (answer?.ok && fresh && !said?.detail && last) {
    last.tabIndex = -1;
    last.focus({ preventScroll: true });
    last.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (form.elements.question) form.elements.question.value = question;
  const left = document.getElementById('clone-left');
  if (left) left.textContent = said?.detail ?? 'That did not reach us. Nothing was counted; try again.';
  if (!fresh) button.disabled = false;
});
