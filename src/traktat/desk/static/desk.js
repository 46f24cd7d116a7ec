"use strict";
// Nothing here is needed: every page works without it. It adds keys, a slider over the days,
// explanations beside the page, and reports dropped anywhere.
(function () {
  var body = document.body;
  var reduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function byId(id) { return document.getElementById(id); }

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function show(element) {
    if (element) { element.scrollIntoView({ block: "center", behavior: reduced ? "auto" : "smooth" }); }
  }

  // --- characters that light up -------------------------------------------------------------

  function arrive() {
    var lit = byId("lit");
    if (lit && location.hash === "#lit") { lit.scrollIntoView({ block: "center" }); }
    var asked = /^#f-([0-9a-f]+)$/.exec(location.hash);
    if (asked) {
      var link = document.querySelector('.findings a[href*="why=' + asked[1] + '"]');
      if (link) { location.replace(link.href); }
    }
  }
  arrive();
  window.addEventListener("hashchange", arrive);

  // --- keys -----------------------------------------------------------------------------------

  var help = byId("keys");
  var helpButton = byId("keys-button");
  if (helpButton && help && help.showModal) {
    helpButton.hidden = false;
    helpButton.addEventListener("click", function () { help.showModal(); });
  }
  var places = { a: "/", p: "/people", d: "/drill", r: "/review", k: "/packs" };
  var going = 0;

  function items() {
    return Array.prototype.slice.call(document.querySelectorAll("main .item"));
  }

  function step(by) {
    var known = items();
    if (!known.length) { return; }
    var now = known.indexOf(document.activeElement.closest ? document.activeElement.closest(".item") : null);
    var next = known[Math.min(known.length - 1, Math.max(0, now < 0 ? (by > 0 ? 0 : known.length - 1) : now + by))];
    var target = next.querySelector("a, button, summary");
    if (!target) { next.setAttribute("tabindex", "-1"); target = next; }
    target.focus({ preventScroll: true });
    show(next);
  }

  function follow(rel) {
    var link = document.querySelector('.turns a[rel="' + rel + '"]');
    if (link) { go(link.href, null); }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    if (document.querySelector("dialog[open]")) { return; }
    var now = Date.now();
    if (now - going < 1200 && places[event.key]) {
      going = 0;
      event.preventDefault();
      location.assign(places[event.key]);
      return;
    }
    going = event.key === "g" ? now : 0;
    var acts = {
      "/": function () { byId("find").focus(); byId("find").select(); },
      "?": function () { if (help && help.showModal) { help.showModal(); } },
      "j": function () { step(1); },
      "k": function () { step(-1); },
      "[": function () { follow("prev"); },
      "]": function () { follow("next"); }
    };
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  });

  // --- the day --------------------------------------------------------------------------------

  function ordinal(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / 86400000); }
  function iso(days) { return new Date(days * 86400000).toISOString().slice(0, 10); }

  var asking = 0;

  function go(address, focused) {
    var mine = ++asking;
    fetch(address, { credentials: "same-origin", headers: { accept: "text/html" } }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (text) {
      if (mine !== asking) { return; }
      var next = new DOMParser().parseFromString(text, "text/html");
      var main = next.querySelector("main");
      if (!main) { throw new Error("no page"); }
      document.title = next.title;
      byId("main").replaceWith(document.adoptNode(main));
      var tongues = next.querySelector(".tongues"), shown = document.querySelector(".tongues");
      if (tongues && shown) { shown.replaceWith(document.adoptNode(tongues)); }
      history.replaceState(null, "", address);
      dress();
      var back = focused ? byId(focused) : document.querySelector(".turns a[aria-current]");
      if (back) { back.focus({ preventScroll: true }); }
      var standing = document.querySelector(".asof .standing");
      if (standing) { byId("told").textContent = standing.textContent.replace(/\s+/g, " ").trim(); }
    }).catch(function () { if (mine === asking) { location.assign(address); } });
  }

  function slide() {
    var form = document.querySelector("form.day");
    if (!form || byId("slider")) { return; }
    var field = byId("on");
    var slider = document.createElement("input");
    slider.type = "range";
    slider.id = "slider";
    slider.min = ordinal(form.dataset.first);
    slider.max = ordinal(form.dataset.last);
    slider.value = ordinal(field.value);
    slider.setAttribute("aria-label", form.querySelector("label").textContent);
    slider.setAttribute("aria-valuetext", field.value);
    form.insertBefore(slider, form.querySelector("button"));
    var waiting = null;
    function ask(focused) {
      go(form.getAttribute("action") + "?on=" + field.value, focused);
    }
    slider.addEventListener("input", function () {
      field.value = iso(Number(slider.value));
      slider.setAttribute("aria-valuetext", field.value);
      clearTimeout(waiting);
      waiting = setTimeout(function () { ask("slider"); }, 160);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (field.value) { ask("on"); }
    });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".turns a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.href, null);
    }
  });

  // --- why, beside the page -------------------------------------------------------------------

  var panel = byId("panel");

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-panel]");
    if (!link || !panel || !panel.showModal || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    fetch(link.href, { credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (text) {
      var told = new DOMParser().parseFromString(text, "text/html").getElementById("explanation");
      if (!told) { throw new Error("no explanation"); }
      byId("panel-body").replaceChildren(document.adoptNode(told));
      panel.showModal();
    }).catch(function () { location.assign(link.href); });
  });

  // --- reports dropped on the page ------------------------------------------------------------

  var drop = byId("drop");

  // A page in the reader's language: what an upload brought is told there, not by the API.
  function page(address) {
    return fetch(address, { credentials: "same-origin" }).then(function (answer) {
      return answer.text();
    }).then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
  }

  function number(value) { return Number(value).toLocaleString(document.documentElement.lang); }

  function json(answer) {
    return answer.json().then(function (told) {
      if (answer.ok) { return told; }
      var error = told.error || {}, hint = byId("progress").dataset["hint" + answer.status];
      throw new Error(hint || [error.message, error.hint].filter(Boolean).join(" "));
    });
  }

  function add(files) {
    var progress = byId("progress"), bar = byId("progress-bar"), words = byId("progress-words");
    var labels = progress.dataset;
    progress.hidden = false;
    byId("progress-list").replaceChildren();
    bar.max = files.length;
    bar.value = 0;
    words.textContent = labels.adding;
    progress.scrollIntoView({ block: "nearest" });
    var form = new FormData();
    Array.prototype.forEach.call(files, function (file) { form.append("files", file, file.name); });
    fetch("/api/v1/uploads", {
      method: "POST", body: form, credentials: "same-origin",
      headers: { "x-csrf-token": body.dataset.csrf, accept: "application/json" }
    }).then(json).then(watch).catch(function (error) {
      words.textContent = labels.failed + " " + error.message;
    });

    function watch(told) {
      bar.max = Math.max(1, told.total);
      bar.value = told.done;
      words.textContent = labels.adding + " " + number(told.done) + " / " + number(told.total);
      if (told.state === "done" || told.state === "failed") { end(told); return null; }
      return new Promise(function (go) { setTimeout(go, 250); }).then(function () {
        return fetch("/api/v1/uploads/" + encodeURIComponent(told.id), { credentials: "same-origin" });
      }).then(json).then(watch);
    }

    function end(told) {
      var counts = (told.build && told.build.documents) || {};
      bar.value = bar.max;
      words.textContent = (told.state === "done" ? labels.done : labels.failed) + " " +
        [["new", labels.new], ["changed", labels.changed], ["same", labels.same], ["failed", labels.refused]]
          .filter(function (pair) { return counts[pair[0]]; })
          .map(function (pair) { return pair[1] + ": " + number(counts[pair[0]]); }).join(", ");
      page("/added/" + encodeURIComponent(told.id)).then(function (outcome) {
        outcome.querySelectorAll("#main li").forEach(function (line) {
          byId("progress-list").appendChild(document.adoptNode(line));
        });
      });
      byId("progress-again").hidden = false;
      page("/").then(function (home) {
        var next = home.getElementById("list"), now = byId("list");
        if (next && now) { now.replaceWith(document.adoptNode(next)); }
      });
    }
  }

  if (drop) {
    byId("drop-hint").hidden = false;
    drop.addEventListener("submit", function (event) {
      var files = byId("files").files;
      if (files.length) { event.preventDefault(); add(files); }
    });
    document.addEventListener("dragover", function (event) {
      event.preventDefault();
      body.classList.add("dragging");
    });
    document.addEventListener("dragleave", function (event) {
      if (!event.relatedTarget) { body.classList.remove("dragging"); }
    });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      body.classList.remove("dragging");
      if (event.dataTransfer && event.dataTransfer.files.length) { byId("drop").classList.add("taken"); add(event.dataTransfer.files); }
    });
  }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (item) { item.open = true; });
  });

  function dress() { slide(); }
  dress();
})();
