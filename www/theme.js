// Runs before the first paint, so that a kept choice of colours never flashes the other ones.
try {
  const theme = localStorage.getItem("nutgraf-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // storage is switched off: the colours follow the system
}
