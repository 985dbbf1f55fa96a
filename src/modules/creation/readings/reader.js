// Comfort for readers: keeps answers, marks progress, says that the page was read. The page is whole without it.
const root = document.getElementById('reader');
const base = location.pathname.replace(/\/+$/, '');
const version = root.dataset.version;
const isKnown = root.dataset.known === 'yes';
const shelf = `playbook:${base}`;
const saved = document.getElementById('saved');

const clickId = () =>
  new URLSearchParams(location.search).get('c') || sessionStorage.getItem(`${shelf}:click`);
const fromAddress = new URLSearchParams(location.search).get('c');
if (fromAddress) sessionStorage.setItem(`${shelf}:click`, fromAddress);

function read() {
  try {
    return JSON.parse(localStorage.getItem(shelf)) || { answers: {}, done: [] };
  } catch {
    return { answers: {}, done: [] };
  }
}
const kept = read();

function say(text) {
  if (saved) saved.textContent = text;
}

function tell(kind, detail = {}) {
  const query = Object.fromEntries(
    [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('utm_')),
  );
  const body = JSON.stringify({
    kind,
    versionId: version,
    clickId: clickId(),
    referrer: document.referrer || null,
    utm: query,
    ...detail,
  });
  if (!navigator.sendBeacon?.(`${base}/facts`, new Blob([body], { type: 'application/json' }))) {
    fetch(`${base}/facts`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      keepalive: true,
    }).catch(() => {});
  }
}

const readField = (field) => {
  if (field.tagName === 'TABLE') {
    const rows = [];
    for (const cell of field.querySelectorAll('[data-cell]')) {
      const [row, column] = cell.dataset.cell.split('.').map(Number);
      rows[row] ??= [];
      rows[row][column] = cell.value;
    }
    return rows;
  }
  if (field.type === 'checkbox' || field.type === 'radio') {
    const chosen = [
      ...document.querySelectorAll(`[data-blank="${CSS.escape(field.dataset.blank)}"]:checked`),
    ].map((box) => box.value);
    return field.type === 'radio' ? (chosen[0] ?? null) : chosen;
  }
  return field.value;
};

function show(name, value) {
  for (const field of document.querySelectorAll(`[data-blank="${CSS.escape(name)}"]`)) {
    if (field.tagName === 'TABLE') {
      for (const cell of field.querySelectorAll('[data-cell]')) {
        const [row, column] = cell.dataset.cell.split('.').map(Number);
        if (!cell.value) cell.value = value?.[row]?.[column] ?? '';
      }
    } else if (field.type === 'checkbox' || field.type === 'radio')
      field.checked = Array.isArray(value) ? value.includes(field.value) : value === field.value;
    else if (!field.value) field.value = value ?? '';
  }
}

function mark() {
  const done = new Set(kept.done);
  document.getElementById('progress').value = done.size;
  for (const item of document.querySelectorAll('.steps li[data-step]')) {
    if (item.dataset.state === 'closed') continue;
    item.dataset.state = done.has(item.dataset.step)
      ? 'done'
      : item.dataset.step === current
        ? 'current'
        : 'open';
    if (item.dataset.step === current) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
  // The gate takes along what was filled in before it.
  for (const field of document.querySelectorAll('input[name="carried"]')) field.value = JSON.stringify(kept);
  for (const field of document.querySelectorAll('input[name="c"]')) field.value = clickId() ?? '';
}

let current = document.querySelector('section[data-step]')?.dataset.step;
let timer;
function keep() {
  localStorage.setItem(shelf, JSON.stringify(kept));
  mark();
  if (!isKnown) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const position = Number(
      document.querySelector(`section[data-step="${CSS.escape(current)}"]`)?.dataset.position ?? 1,
    );
    const answer = await fetch(`${base}/progress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers: kept.answers, stepsDone: kept.done, position }),
    }).catch(() => null);
    say(answer?.ok ? 'Answers are kept' : 'Kept here, not yet on our side');
  }, 800);
}

for (const [name, value] of Object.entries(kept.answers)) show(name, value);
for (const box of document.querySelectorAll('[data-done]')) {
  if (box.checked && !kept.done.includes(box.dataset.done)) kept.done.push(box.dataset.done);
  box.checked = kept.done.includes(box.dataset.done);
  box.addEventListener('change', () => {
    const id = box.dataset.done;
    kept.done = box.checked ? [...new Set([...kept.done, id])] : kept.done.filter((other) => other !== id);
    keep();
    const position = Number(box.closest('section')?.dataset.position);
    tell(box.checked ? 'done' : 'undone', { stepId: id, position });
  });
}
document.addEventListener('input', (event) => {
  const field = event.target.closest('[data-blank]');
  if (!field) return;
  kept.answers[field.dataset.blank] = readField(field);
  if (!isKnown) say('Saved on this device');
  keep();
});
document.addEventListener('keydown', (event) => {
  if (event.target.closest('input, textarea, select') || event.metaKey || event.ctrlKey || event.altKey)
    return;
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const sections = [...document.querySelectorAll('section[data-step]')];
  const index = sections.findIndex((section) => section.dataset.step === current);
  sections[index + (event.key === 'ArrowRight' ? 1 : -1)]?.scrollIntoView();
});

const opened = new Set();
const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      current = target.dataset.step;
      if (!opened.has(current)) {
        opened.add(current);
        tell('opened', { stepId: current, position: Number(target.dataset.position) });
      }
    }
    mark();
  },
  { rootMargin: '-20% 0px -60% 0px' },
);
for (const section of document.querySelectorAll('section[data-step]')) watch.observe(section);

// On a phone the list of steps is a menu: it closes behind whoever chose.
const menu = document.querySelector('.steps details');
menu?.addEventListener('click', (event) => {
  if (event.target.closest('a')) menu.open = false;
});
mark();
tell('view');
