// Plays the scenes of a video's page one after the other, with captions, and tells which parts were played.
// Without it the page shows all scenes and the transcript.
const root = document.getElementById('video');
const film = document.getElementById('film');
const scenes = [...film.querySelectorAll('.scene')];
const beats = [...film.querySelectorAll('[data-beat]')];
const lines = [...document.querySelectorAll('#transcript [data-from]')];
const entries = [...document.querySelectorAll('[data-scene]')];
const [play, time, speed, caption, captions] = ['play', 'time', 'speed', 'caption', 'captions'].map((id) =>
  document.getElementById(id),
);
const length = Number(root.dataset.length);
const session = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
const spans = (element) => [Number(element.dataset.from), Number(element.dataset.to)];
const minutes = (ms) =>
  `${Math.floor(ms / 60000)}:${String(Math.floor((ms % 60000) / 1000)).padStart(2, '0')}`;

let at = 0;
let playing = false;
let rate = 1;
let last = 0;
let since = 0;
let withCaptions = true;
let current = -1;
const waiting = [];

function tell(kind, detail = {}) {
  waiting.push({ kind, scenePosition: current + 1, ...detail });
}

function send() {
  if (!root.dataset.facts || waiting.length === 0) return;
  const body = new Blob([JSON.stringify({ session, facts: waiting.splice(0, 100) })], {
    type: 'application/json',
  });
  if (!navigator.sendBeacon?.(root.dataset.facts, body))
    fetch(root.dataset.facts, { method: 'POST', body, keepalive: true }).catch(() => {});
}

// A played part ends when playing stops, jumps, or goes on for long.
function note() {
  if (at > since) tell('watched', { fromMs: Math.round(since), toMs: Math.round(at) });
  since = at;
}

function show() {
  const index = Math.max(
    0,
    scenes.findLastIndex((scene) => spans(scene)[0] <= at),
  );
  if (index !== current) {
    if (current >= 0) sound(scenes[current], false);
    current = index;
    for (const [number, scene] of scenes.entries()) scene.toggleAttribute('data-now', number === index);
    for (const [number, entry] of entries.entries())
      if (number === index) entry.setAttribute('aria-current', 'step');
      else entry.removeAttribute('aria-current');
    if (playing) sound(scenes[index], true);
    if (playing && scenes[index].dataset.kind === 'offer') tell('offer_seen', { fromMs: Math.round(at) });
  }
  for (const [number, beat] of beats.entries()) beat.value = Math.max(0, at - spans(scenes[number])[0]);
  const line = lines.find((one) => spans(one)[0] <= at && at < spans(one)[1]);
  for (const one of lines) one.toggleAttribute('data-now', one === line);
  const text = line?.textContent.trim() ?? '';
  if (caption.textContent !== text) caption.textContent = text;
  caption.toggleAttribute('data-off', !withCaptions || !text);
  time.textContent = `${minutes(at)} / ${minutes(length)}`;
}

// A recording plays only after somebody pressed play, and follows the film.
function sound(scene, on) {
  const audio = scene.querySelector('audio');
  if (!audio) return;
  if (!on) return audio.pause();
  audio.currentTime = Math.max(0, (at - spans(scene)[0]) / 1000);
  audio.playbackRate = rate;
  audio.play().catch(() => {});
}

function tick(now) {
  if (!playing) return;
  at = Math.min(length, at + (now - last) * rate);
  last = now;
  if (at - since >= 10000) {
    note();
    send();
  }
  show();
  if (at >= length) {
    stop();
    tell('finished');
    send();
  } else requestAnimationFrame(tick);
}

function start() {
  if (playing) return;
  if (at >= length) seek(0);
  playing = true;
  since = at;
  last = performance.now();
  tell('played', { fromMs: Math.round(at) });
  label();
  sound(scenes[current], true);
  if (scenes[current].dataset.kind === 'offer') tell('offer_seen', { fromMs: Math.round(at) });
  requestAnimationFrame(tick);
}

function stop() {
  if (!playing) return;
  playing = false;
  note();
  tell('paused', { fromMs: Math.round(at) });
  sound(scenes[current], false);
  label();
  send();
}

function label() {
  play.setAttribute('aria-label', playing ? 'Pause' : 'Play');
  film.toggleAttribute('data-playing', playing);
}

function seek(ms) {
  if (playing) note();
  at = Math.max(0, Math.min(length, ms));
  since = at;
  const before = current;
  show();
  if (playing && before === current) sound(scenes[current], true);
}

function step(by) {
  const target = scenes[Math.max(0, Math.min(scenes.length - 1, current + by))];
  seek(spans(target)[0]);
}

function setCaptions(on) {
  withCaptions = on;
  captions.setAttribute('aria-pressed', String(on));
  captions.textContent = on ? 'Captions on' : 'Captions off';
  show();
}

play.addEventListener('click', () => (playing ? stop() : start()));
captions.addEventListener('click', () => setCaptions(!withCaptions));
speed.addEventListener('click', () => {
  rate = rate >= 2 ? 1 : rate + 0.25;
  speed.textContent = `${rate}×`;
  speed.setAttribute('aria-label', `${rate}× speed`);
  if (playing) sound(scenes[current], true);
});
film.addEventListener('click', (event) => {
  if (!event.target.closest('button, a, audio, .film-controls')) playing ? stop() : start();
});
for (const [number, entry] of entries.entries())
  entry.addEventListener('click', (event) => {
    event.preventDefault();
    seek(spans(scenes[number])[0]);
    film.scrollIntoView({ block: 'nearest' });
  });
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, audio')) return;
  const pressing = event.target.closest('button, a, summary');
  if (event.key === ' ' && !pressing) playing ? stop() : start();
  else if (event.key === 'ArrowRight') step(1);
  else if (event.key === 'ArrowLeft') step(-1);
  else if (event.key === 'c' || event.key === 'C') setCaptions(!withCaptions);
  else return;
  event.preventDefault();
});
// Nobody watches a page that is not in front.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    stop();
    send();
  }
});
addEventListener('pagehide', () => {
  stop();
  send();
});

film.setAttribute('data-live', '');
root.setAttribute('data-live', '');
for (const audio of film.querySelectorAll('audio')) audio.controls = false;
for (const [number, beat] of beats.entries()) {
  const [from, to] = spans(scenes[number]);
  beat.style.flexGrow = String(to - from);
}
for (const id of ['controls', 'caption', 'captions', 'keys']) document.getElementById(id).hidden = false;
show();
tell('opened');
send();
