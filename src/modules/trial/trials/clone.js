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

form?.addEventListener('submit', async (event) => {
  const field = form.elements.question;
  const button = form.querySelector('button');
  const status = document.getElementById('clone-left');
  if (!field || button.disabled) return;
  event.preventDefault();
  button.disabled = true;
  status.textContent = 'Looking through the material';
  // The page comes back with the answer in it, so that what stands here is what stands there.
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      question: field.value.replace(/\s+/g, ' ').trim(),
      requestKey: form.elements.k.value,
    }),
  }).catch(() => null);
  const said = await answer?.json().catch(() => null);
  const page =
    answer &&
    (await fetch(location.pathname).then(
      (reply) => reply.text(),
      () => '',
    ));
  const fresh = page && new DOMParser().parseFromString(page, 'text/html').getElementById('clone');
  if (fresh) {
    list.innerHTML = fresh.querySelector('.clone-turns').innerHTML;
    form.innerHTML = fresh.querySelector('form')?.innerHTML ?? '';
    const last = list.lastElementChild;
    if (answer?.ok && last) {
      last.tabIndex = -1;
      last.focus({ preventScroll: true });
      last.scrollIntoView({ block: 'nearest' });
    }
  }
  if (answer?.ok && fresh) return;
  const kept = form.elements.question;
  if (kept) kept.value = field.value;
  const left = document.getElementById('clone-left');
  if (left) left.textContent = said?.detail ?? 'That did not reach us. Nothing was counted; try again.';
  if (!fresh) button.disabled = false;
});
