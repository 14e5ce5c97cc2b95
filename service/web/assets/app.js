// The page's beginning: brings articles in, asks for the report, shows it. Everything else is in the modules it names.

import { analyze, key, load, Refused } from "./api.js";
import { announce, byId } from "./dom.js";
import { readFile } from "./files.js";
import { history } from "./history.js";
import { HistoryPanel } from "./history_panel.js";
import { Intake } from "./intake.js";
import { Progress } from "./progress.js";
import { refusal } from "./refusal.js";

const intake = new Intake(byId("articles"), byId("add-article"));
const progress = new Progress();
const panel = new HistoryPanel(byId("history"), (report) => mayReplace() && open(report, "From this browser's history."));
let running = null;
let view = null;
let options = {};

async function compare() {
  const { articles, problem, field } = intake.story();
  if (problem) {
    complain(new Error(problem));
    field?.focus();
    return;
  }
  if (!mayReplace()) return;
  calm();
  running = new AbortController();
  byId("compare").disabled = true;
  progress.start();
  byId("cancel").focus();
  try {
    const chosen = { ...options, allow_partial: byId("allow-partial").checked };
    const report = await analyze({ articles, options: chosen }, (now) => progress.tell(now), running.signal);
    const name = await open(report);
    if (name && history.isAsked()) await panel.keep(report, name);
  } catch (error) {
    if (error.name === "AbortError") stopped();
    else complain(error);
  } finally {
    running = null;
    progress.end();
    byId("compare").disabled = false;
  }
}

function stopped() {
  announce("Stopped. What was finished is kept by the service.");
  byId("compare").disabled = false;
  byId("compare").focus();
}

/** Shows a report, or says why it cannot be shown; the name it goes by. What shows it is loaded with the first one. */
async function open(report, told = "") {
  calm();
  try {
    view = await import("./report_view.js");
    const name = view.show(report, told);
    byId("intake").open = false;
    return name;
  } catch (error) {
    complain(error);
    return null;
  }
}

/** Whether another report may take the place of the one shown, with what the desk said of it. */
function mayReplace() {
  return !view?.hasUnsaved() || window.confirm("The feedback on this report was not exported. Go on without it?");
}

function calm() {
  byId("trouble").replaceChildren();
}

function complain(error) {
  byId("intake").open = true;
  const plain = error instanceof Refused ? error : { message: error.message };
  byId("trouble").replaceChildren(error instanceof Refused ? refusal(plain, { hasKey: Boolean(key.get()) }) : sentence(error.message));
  if (error instanceof Refused && error.problem.status === 401) askForKey();
  byId("trouble").scrollIntoView({ block: "nearest" });
}

function sentence(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function askForKey() {
  byId("key-panel").open = true;
  byId("key").focus();
}

async function takeFiles(files) {
  calm();
  for (const file of files) {
    try {
      const found = await readFile(file);
      if (found.report && !mayReplace()) return;
      if (found.report) await open(found.report, `From the file ${file.name}.`);
      else {
        options = found.options ?? options;
        byId("intake").open = true;
        intake.take(found.articles);
      }
    } catch (error) {
      complain(error);
    }
  }
}

async function openExample() {
  if (!mayReplace()) return;
  try {
    const { request, answer } = await load("web/example.json");
    intake.replace(request.articles);
    await open(answer, "An invented story with a report made earlier. Compare makes it anew.");
  } catch (error) {
    complain(error);
  }
}

function listenForFiles() {
  const over = (isOver) => document.body.classList.toggle("dropping", isOver);
  document.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  document.addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  });
  const picker = byId("files");
  picker.addEventListener("change", async () => {
    await takeFiles([...picker.files]);
    picker.value = "";
  });
}

async function tellReadiness() {
  const told = byId("readiness");
  try {
    const { model } = await load("readyz");
    told.textContent = `Ready · ${model}`;
  } catch (error) {
    const needsKey = error.problem?.status === 401;
    told.textContent = needsKey ? (key.get() ? "The service does not know this key" : "This service asks for a key") : error.problem?.status === 503 ? "No model can answer yet" : "The service cannot be reached";
    if (needsKey) byId("key-panel").open = true;
  }
}

byId("key").value = key.get();
byId("key").addEventListener("change", (event) => {
  key.set(event.target.value.trim());
  tellReadiness();
});
byId("compare").addEventListener("click", compare);
byId("cancel").addEventListener("click", () => running?.abort());
byId("example").addEventListener("click", openExample);
byId("choose-files").addEventListener("click", () => byId("files").click());
listenForFiles();
panel.start();
tellReadiness();
