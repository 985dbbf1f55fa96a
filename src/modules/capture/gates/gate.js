// Comfort at the gate: letter keys choose. The form is whole without it.
const choices = [...document.querySelectorAll('.choice input')];
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest('textarea, input[type="email"]'))
    return;
  const choice = /^[a-h]$/i.test(event.key) ? choices[event.key.toLowerCase().charCodeAt(0) - 97] : undefined;
  if (!choice) return;
  choice.checked = true;
  choice.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('.choice input')) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
