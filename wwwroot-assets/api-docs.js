// The logo above the contract brings a <style> that our policy forbids: our name stands there instead.
// Light or dark is chosen in the shop, so that Swagger's own switch goes and the page follows ours.
document.addEventListener("DOMContentLoaded", () => SwaggerUIStandalonePreset.push(() => ({ components: { Logo: () => "OrdersAdmin", DarkModeToggle: () => null } })));

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function followTheme() {
  const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
  document.documentElement.classList.toggle("dark-mode", chosen ? chosen === "dark" : systemIsDark.matches);
}

systemIsDark.addEventListener("change", followTheme);
followTheme();
