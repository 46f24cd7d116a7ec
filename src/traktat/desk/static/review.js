"use strict";
// Keys for judging. Nothing here is needed: every key stands for a button or link of the page.
(function () {
  var led = 0; // when "g" was pressed: the next key then leads to another page

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function current() {
    var focused = document.activeElement && document.activeElement.closest(".choice");
    return focused || document.querySelector(".choice") || document;
  }

  function target(key) {
    var named = '[data-key="' + key + '"]';
    return current().querySelector(named) || document.querySelector(named);
  }

  function press(element) {
    if (element.tagName === "SUMMARY") {
      element.parentElement.open = true;
      var first = element.parentElement.querySelector("select, input:not([type=hidden])");
      if (first) { first.focus(); }
      return;
    }
    element.click();
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Escape" && typing(event.target)) {
      var open = event.target.closest("details[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      return;
    }
    if (typing(event.target) || document.querySelector("dialog[open]")) { return; }
    var leads = Date.now() - led < 1200;
    led = event.key === "g" ? Date.now() : 0;
    if (leads || !/^[a-z]$/.test(event.key)) { return; }
    var element = target(event.key);
    if (element) { event.preventDefault(); press(element); }
  });
})();
