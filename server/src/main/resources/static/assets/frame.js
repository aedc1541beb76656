// What every page needs of a script: the token that forms carry, for htmx too; menus that close.
document.addEventListener("htmx:configRequest", event => {
  const token = document.querySelector("meta[name=csrf]");
  if (token) event.detail.headers[token.dataset.header] = token.content;
});
// An answer that is a refusal still has words for the reader.
document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status === 422) { event.detail.shouldSwap = true; event.detail.isError = false; }
});
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
});
