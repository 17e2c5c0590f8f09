// The print button of the pages that are made for paper.
document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) window.print();
});
