// The bar above the contract offers a choice of one, and its logo brings a <style> that our policy forbids.
document.addEventListener("DOMContentLoaded", () => SwaggerUIStandalonePreset.push(() => ({ components: { Topbar: () => null } })));

const theme = document.cookie.match(/(?:^|; )theme=(\w+)/)?.[1] ?? "system";
document.documentElement.classList.toggle("dark-mode", theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches));
