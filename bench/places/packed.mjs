/** Bytes as the gazetteer reads them: whole numbers in groups of seven bits, the least first; texts with their length before them. */
export class Packed {
  #bytes = [];

  unsigned(value) {
    if (!Number.isInteger(value) || value < 0) throw new Error(`not to be packed: ${value}`);
    while (value > 127) {
      this.#bytes.push((value % 128) + 128);
      value = Math.floor(value / 128);
    }
    this.#bytes.push(value);
  }

  signed(value) {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(text) {
    const bytes = Buffer.from(text, "utf8");
    this.unsigned(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** Numbers as their differences, which are small where neighbors are alike. */
  deltas(values) {
    values.reduce((last, value) => (this.signed(value - last), value), 0);
  }

  list(values, each) {
    this.unsigned(values.length);
    for (const value of values) each(value);
  }

  /** The lines of a TopoJSON, in steps of its grid. */
  lines({ transform: { scale, translate }, arcs }) {
    [...scale, ...translate].forEach((value) => this.signed(Math.round(value * 1e9)));
    this.list(arcs, (arc) => {
      this.list(arc, ([x]) => this.signed(x));
      arc.forEach(([, y]) => this.signed(y));
    });
  }

  buffer() {
    return Buffer.from(this.#bytes);
  }
}
