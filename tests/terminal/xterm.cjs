// Terminals of xterm.js, for tests.terminal.xterm: one request a line on standard input, one answer a line for it.
//
//   node xterm.cjs PACKAGE
//
// Requests are JSON: {id, width, height} makes a terminal or another size of it, {id, feed} takes text and
// tells what the terminal answers, {id, look} tells what it shows, {id, end} ends it.

"use strict";

const readline = require("node:readline");
const { Terminal } = require(process.argv[2]);

const terminals = new Map();

const ATTRIBUTES = [
  ["bold", "isBold"],
  ["dim", "isDim"],
  ["italic", "isItalic"],
  ["underline", "isUnderline"],
  ["blink", "isBlink"],
  ["reverse", "isInverse"],
  ["strike", "isStrikethrough"],
];

function make(width, height) {
  const terminal = new Terminal({ cols: width, rows: height, allowProposedApi: true });
  const made = { terminal, answers: "" };
  terminal.onData((text) => (made.answers += text));
  return made;
}

function colour(isDefault, isRgb, value) {
  return isDefault ? "" : isRgb ? "#" + value.toString(16).padStart(6, "0") : String(value);
}

// Each row as its characters, one string a cell, and its looks as [cells, fore, back, attributes] from left to right.
function shown(terminal) {
  const buffer = terminal.buffer.active;
  const rows = [];
  let cell;
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.baseY + y);
    const texts = [];
    const looks = [];
    for (let x = 0; x < terminal.cols; x++) {
      cell = line.getCell(x, cell);
      texts.push(cell.getWidth() === 0 ? "" : cell.getChars() || " ");
      const fore = colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor());
      const back = colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
      const has = cell.isAttributeDefault() ? "" : ATTRIBUTES.filter(([, is]) => cell[is]()).map(([n]) => n).join(" ");
      const last = looks[looks.length - 1];
      if (last && last[1] === fore && last[2] === back && last[3] === has) last[0]++;
      else looks.push([1, fore, back, has]);
    }
    rows.push([texts, looks]);
  }
  return {
    rows,
    cursor: [Math.min(buffer.cursorX, terminal.cols - 1), buffer.cursorY],
    seen: !terminal._core.coreService.isCursorHidden,
  };
}

function answer(request, tell) {
  const known = terminals.get(request.id);
  if (request.end) {
    known.terminal.dispose();
    terminals.delete(request.id);
    tell({});
  } else if (request.look) {
    tell(shown(known.terminal));
  } else if (request.feed !== undefined) {
    known.terminal.write(request.feed, () => {
      tell({ answers: known.answers });
      known.answers = "";
    });
  } else if (known) {
    known.terminal.resize(request.width, request.height);
    tell({});
  } else {
    terminals.set(request.id, make(request.width, request.height));
    tell({});
  }
}

// The package is one long line, which node would print beside the error.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  answer(JSON.parse(line), (told) => process.stdout.write(JSON.stringify(told) + "\n"));
});
