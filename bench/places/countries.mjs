// Writes src/main/resources/addresses/countries.tsv from Google's libaddressinput: for each country what its addresses
// need and how its postcodes are written. Run by `npm run countries`.
import { writeFileSync } from "node:fs";
import * as sources from "./sources.mjs";

const OUT = "../../src/main/resources/addresses/countries.tsv";

// Names that people write beside the English one.
const OTHER_NAMES = {
  AE: "uae|emirates", AT: "österreich|oesterreich", BA: "bosnia", BE: "belgique|belgië|belgien",
  BN: "brunei darussalam", BR: "brasil", CD: "democratic republic of the congo|dr congo", CG: "republic of the congo|congo",
  CH: "schweiz|suisse|svizzera", CI: "ivory coast", CN: "peoples republic of china|prc", CV: "cabo verde",
  CZ: "czech republic|česko", DE: "deutschland", DK: "danmark", ES: "españa", FI: "suomi", FM: "federated states of micronesia",
  GB: "uk|great britain|britain|england|scotland|wales|northern ireland", GE: "republic of georgia|sakartvelo",
  GR: "hellas", HK: "hong kong", HR: "hrvatska", HU: "magyarország", IE: "republic of ireland|éire", IR: "islamic republic of iran",
  IT: "italia", JP: "nippon", KP: "dprk", KR: "korea|republic of korea", LA: "lao", MK: "macedonia", MM: "burma|myanmar",
  MO: "macau|macao", MX: "méxico|estados unidos mexicanos", NL: "holland|nederland", NO: "norge", 
  PL: "polska", PS: "palestine", RO: "românia", RU: "russian federation", SE: "sverige", SK: "slovak republic|slovensko",
  SY: "syrian arab republic", SZ: "swaziland", TL: "east timor", TR: "turkey", TT: "trinidad", US: "united states of america|america|u.s.|u.s.a.",
  VA: "vatican|holy see", VI: "us virgin islands|usvi|virgin islands us", VG: "british virgin islands", VN: "viet nam",
};
const TERRITORIES = ["AS", "GU", "MP", "PR", "VI"];

const english = new Intl.DisplayNames("en", { type: "region" });
const lines = [];
for (const code of sources.countries()) {
  const rule = sources.rule(code);
  // Without its own, a country has the rule for all others: street and city.
  const needs = TERRITORIES.includes(code) ? "ACZ" : (rule.require ?? "AC");
  const name = english.of(code).replace(/ SAR China| \(.*\)/, "").replace("’", "'");
  const example = (rule.zipex ?? "").split(",")[0];
  const names = [name, ...(OTHER_NAMES[code] ?? "").split("|").filter((other) => other)];
  lines.push([code, needs.includes("S") ? "S" : "", needs.includes("Z") ? "Z" : "", rule.zip ?? "", example, names.join("|")]);
}
writeFileSync(
  OUT,
  "# Countries: code, S where an address needs a state, Z where it needs a postcode, how postcodes are written, one of them,\n" +
    "# names. Written by bench/places/countries.mjs from libaddressinput, see NOTICE.\n" +
    lines.map((line) => line.join("\t") + "\n").join(""),
);
