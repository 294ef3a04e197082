// Writes src/main/resources/geography/places.bin.gz: ZIPs, names of places, states, zones and outlines. What it is made of
// and under which licences is said in NOTICE beside it. Run by `npm run places`; the same packages give the same bytes.
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Packed } from "./packed.mjs";
import * as sources from "./sources.mjs";

const VERSION = "2026-11";
const OUT = "../../src/main/resources/geography/places.bin.gz";

// GeoNames has a few places in a zone across the border, and none where nobody lives.
const NOT_THERE = { "US-AL": ["America/Kentucky/Louisville"], "CA-ON": ["America/Detroit"],
  "AU-NSW": ["Australia/Brisbane", "Australia/Melbourne"], "AU-VIC": ["Australia/Sydney"] };
const THERE_TOO = { "US-AK": ["America/Adak"], "US-NV": ["America/Denver"], "CA-SK": ["America/Edmonton"],
  "AU-NSW": ["Australia/Lord_Howe"], "US-MH": ["Pacific/Majuro", "Pacific/Kwajalein"], "US-PW": ["Pacific/Palau"],
  "US-FM": ["Pacific/Pohnpei", "Pacific/Chuuk", "Pacific/Kosrae"] };

// Natural Earth shortens names.
const COUNTRIES = {
  "Bosnia and Herz.": "BA", "Dem. Rep. Congo": "CD", Congo: "CG", "Central African Rep.": "CF", "Dominican Rep.": "DO",
  "Eq. Guinea": "GQ", "S. Sudan": "SS", "W. Sahara": "EH", Macedonia: "MK", eSwatini: "SZ", Turkey: "TR", Myanmar: "MM",
  "Solomon Is.": "SB", "Marshall Is.": "MH", "N. Mariana Is.": "MP", "U.S. Virgin Is.": "VI", "British Virgin Is.": "VG",
  "Cayman Is.": "KY", "Cook Is.": "CK", "Falkland Is.": "FK", "Faeroe Is.": "FO", "Pitcairn Is.": "PN",
  "Turks and Caicos Is.": "TC", "Wallis and Futuna Is.": "WF", "Fr. Polynesia": "PF", "Fr. S. Antarctic Lands": "TF",
  "S. Geo. and the Is.": "GS", "Br. Indian Ocean Ter.": "IO", "Heard I. and McDonald Is.": "HM", "Saint Helena": "SH",
  "St. Vin. and Gren.": "VC", "Saint Lucia": "LC", "St. Kitts and Nevis": "KN", "St. Pierre and Miquelon": "PM",
  "St-Martin": "MF", "St-Barthélemy": "BL", "Antigua and Barb.": "AG", "Cabo Verde": "CV", "Côte d'Ivoire": "CI",
  "Hong Kong": "HK", Macao: "MO", Palestine: "PS", Vatican: "VA", Åland: "AX", "United States of America": "US",
  "Trinidad and Tobago": "TT", "São Tomé and Principe": "ST", Kosovo: "XK", "N. Cyprus": "CY", Somaliland: "SO",
  "Ashmore and Cartier Is.": "AU", "Indian Ocean Ter.": "AU", "Siachen Glacier": "IN",
};

const zoned = sources.zones();
const zips = sources.zips();
const places = sources.places();
const english = new Intl.DisplayNames("en", { type: "region" });
const codes = Object.fromEntries(sources.countries().map((code) => [english.of(code), code]));
Object.assign(codes, COUNTRIES);

function byCount(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

const regions = ["US", "CA", "AU"].flatMap((country) =>
  sources.states(country).map(({ code, name, zips: begins }) => {
    const key = `${country}-${code}`;
    const own = places.filter((place) => place.country === country && place.state === code);
    const zones = byCount(own.map((place) => place.zone)).map(([zone]) => zone);
    return {
      key, country, code, name, begins, own,
      zones: [...zones.filter((zone) => !NOT_THERE[key]?.includes(zone)), ...(THERE_TOO[key] ?? [])],
    };
  }),
);
const region = Object.fromEntries(regions.map((each, index) => [each.key, Object.assign(each, { index })]));

/** The zone at a point, if it is one of the state's; else that of the nearest place in the state. */
function zoneAt(state, latitude, longitude) {
  const zone = zoned.find(latitude, longitude);
  if (state.zones.includes(zone)) return zone;
  const squeezed = Math.cos((latitude * Math.PI) / 180);
  const distance = (place) => (place.latitude - latitude) ** 2 + ((place.longitude - longitude) * squeezed) ** 2;
  const near = state.own.filter((place) => state.zones.includes(place.zone));
  return near.reduce((best, place) => (distance(place) < distance(best) ? place : best)).zone;
}

const kept = regions
  .filter((each) => each.country !== "AU")
  .flatMap((each) =>
    each.own
      .map((place) => ({ ...place, region: each }))
      .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.latitude - other.latitude)),
  );
const names = [...new Set([...zips.map((zip) => zip[1]), ...kept.map((place) => place.name)])].sort();
const nameIndex = new Map(names.map((name, index) => [name, index]));
// A country has one zone where nearly all of its places do.
const oneZone = byCount(places.map((place) => place.country))
  .map(([country, all]) => [country, all, byCount(places.filter((p) => p.country === country).map((p) => p.zone))[0]])
  .filter(([country, all, [, most]]) => !["US", "CA", "AU"].includes(country) && most >= 0.99 * all)
  .map(([country, , [zone]]) => [country, zone])
  .sort();

const zones = [...new Set([...zoned.names, ...regions.flatMap((each) => each.zones), ...oneZone.map(([, zone]) => zone)])];
const degrees = (value) => Math.round((value ?? 0) * 10000);
const packed = new Packed();

packed.text(VERSION);
packed.list(zones, (zone) => packed.text(zone));
packed.unsigned(zoned.names.length);
packed.text(zoned.tree);
packed.list(regions, (each) => {
  packed.text(each.country);
  packed.text(each.code);
  packed.text(each.name);
  packed.text(each.begins);
  packed.list(each.zones, (zone) => packed.unsigned(zones.indexOf(zone)));
});
packed.list(oneZone, ([country, zone]) => {
  packed.text(country);
  packed.unsigned(zones.indexOf(zone));
});
packed.list(names, (name) => packed.text(name));

packed.unsigned(zips.length);
packed.deltas(zips.map(([zip]) => Number(zip)));
packed.deltas(zips.map(([, , state]) => region[`US-${state}`].index));
packed.deltas(zips.map(([, city]) => nameIndex.get(city)));
packed.deltas(zips.map((zip) => degrees(zip[3])));
packed.deltas(zips.map((zip) => degrees(zip[4])));
packed.deltas(
  zips.map(([, , state, latitude, longitude]) => {
    const home = region[`US-${state}`];
    return latitude === null ? 0 : home.zones.indexOf(zoneAt(home, latitude, longitude));
  }),
);

packed.unsigned(kept.length);
packed.deltas(kept.map((place) => place.region.index));
packed.deltas(kept.map((place) => nameIndex.get(place.name)));
packed.deltas(kept.map((place) => degrees(place.latitude)));
packed.deltas(kept.map((place) => degrees(place.longitude)));
packed.deltas(kept.map((place) => Math.max(0, place.region.zones.indexOf(place.zone))));

/** Outlines as TopoJSON has them: lines that neighbors share, and the rings that are made of them. */
function outlines(topology, object, key) {
  packed.lines(topology);
  packed.list(topology.objects[object].geometries, (area) => {
    packed.text(key(area));
    const rings = area.type === "Polygon" ? area.arcs : (area.arcs ?? []).flat();
    packed.list(rings, (ring) => packed.list(ring, (arc) => packed.signed(arc)));
  });
}

const stateCodes = Object.fromEntries(regions.filter((each) => each.country === "US").map((each) => [each.name, each.code]));
Object.assign(stateCodes, { "Commonwealth of the Northern Mariana Islands": "MP", "United States Virgin Islands": "VI" });
const known = (code, name) => code ?? (() => { throw new Error("no code for " + name); })();
outlines(sources.outlinesOfStates(), "states", ({ properties: { name } }) => known(stateCodes[name], name));
outlines(sources.outlinesOfCountries(), "countries", ({ properties: { name } }) => known(codes[name] ?? codes[name.replace(" and ", " & ")], name));

const bytes = gzipSync(packed.buffer(), { level: 9 });
writeFileSync(OUT, bytes);
console.log(`${zips.length} ZIPs, ${kept.length} places, ${names.length} names, ${zones.length} zones, ${bytes.length} bytes`);
