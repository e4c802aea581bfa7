"use strict";
const buttons = [...document.querySelectorAll("nav button")];
function show(wanted) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === wanted));
  for (const row of document.querySelectorAll("tr[data-class]")) row.hidden = wanted !== "" && row.dataset.class !== wanted;
  for (const mark of document.querySelectorAll("mark"))
    mark.classList.toggle("faded", wanted !== "" && !(mark.dataset.classes || "").split(" ").includes(wanted));
  for (const article of document.querySelectorAll("article"))
    article.hidden = wanted !== "" && !article.querySelector(`tr[data-class="${CSS.escape(wanted)}"]`);
}
for (const button of buttons) button.addEventListener("click", () => show(button.value));
