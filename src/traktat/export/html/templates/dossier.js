"use strict";
(function () {
  var root = document.documentElement;
  var button = document.getElementById("language");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var next = root.dataset.ui === "en" ? "id" : "en";
      root.dataset.ui = next;
      root.lang = next;
    });
  }
  function light() {
    document.querySelectorAll(".lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var asked = /^#c-([0-9a-f]+)-(\d+)-(\d+)$/.exec(location.hash);
    if (!asked) { return; }
    var start = Number(asked[2]), end = Number(asked[3]), first = null;
    document.querySelectorAll('[data-r="' + asked[1] + '"]').forEach(function (piece) {
      if (Number(piece.dataset.s) < end && start < Number(piece.dataset.e)) {
        piece.classList.add("lit");
        first = first || piece;
      }
    });
    if (first) {
      first.setAttribute("tabindex", "-1");
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: "center" });
    }
  }
  window.addEventListener("hashchange", light);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#c-"]');
    if (link && link.getAttribute("href") === location.hash) { light(); }
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (item) { item.open = true; });
  });
  light();
})();
