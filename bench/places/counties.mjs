// Writes src/main/resources/geography/counties.bin.gz: the lines between counties, for the small map of an address. Where they
// are from is said in NOTICE beside it. Run by `npm run counties`; the same package gives the same bytes.
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Packed } from "./packed.mjs";
import { outlinesOfCounties } from "./sources.mjs";

const OUT = "../../src/main/resources/geography/counties.bin.gz";
const topology = outlinesOfCounties();
const packed = new Packed();
packed.lines(topology);
const bytes = gzipSync(packed.buffer(), { level: 9 });
writeFileSync(OUT, bytes);
console.log(`${topology.arcs.length} lines, ${bytes.length} bytes`);
