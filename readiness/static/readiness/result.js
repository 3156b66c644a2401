// Counts opened tutorials without standing between the seller and the link, and offers the browser's own print.
const token = document.querySelector("input[name=csrfmiddlewaretoken]");
const count = ({ currentTarget }) =>
  navigator.sendBeacon(currentTarget.dataset.opened, new URLSearchParams({ csrfmiddlewaretoken: token.value }));
for (const link of document.querySelectorAll("a[data-opened]"))
  for (const kind of ["click", "auxclick"]) link.addEventListener(kind, count); // auxclick: into a new tab
const print = document.getElementById("print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
// A closed part of the page is part of the print.
const opened = [];
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) opened.push(part), (part.open = true);
});
addEventListener("afterprint", () => {
  while (opened.length) opened.pop().open = false;
});
