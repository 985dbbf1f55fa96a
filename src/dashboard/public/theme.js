// Runs before first paint and as a file of its own, because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('playbookos.theme');
  const density = localStorage.getItem('playbookos.density');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (density === 'tight' || density === 'roomy') document.documentElement.dataset.density = density;
} catch {
  // Storage is refused (private window): the system theme stands.
}
