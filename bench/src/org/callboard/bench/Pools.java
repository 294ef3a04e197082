package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The words that names, streets and notes are made of, from {@code bench/words}. */
final class Pools {

    /** A real town. */
    record Town(
            String name,
            String state,
            double latitude,
            double longitude,
            int share,
            Skewed<String> zips,
            List<String> areaCodes) {}

    /** How a street ends: as the post writes it, and in full. */
    record Suffix(String brief, String full) {}

    private static final List<String> SUFFIXES = List.of(
            "St Street",
            "Ave Avenue",
            "Rd Road",
            "Dr Drive",
            "Ln Lane",
            "Ct Court",
            "Blvd Boulevard",
            "Way Way",
            "Pl Place",
            "Cir Circle",
            "Pike Pike",
            "Ter Terrace",
            "Trl Trail",
            "Pkwy Parkway");

    final Skewed<String> firstNames = Skewed.byRank(words(lines("first-names")), 8);
    final Skewed<String> lastNames = Skewed.byRank(words(lines("last-names")), 25);
    final List<String> nameBeginnings = words(lines("last-name-parts").limit(1));
    final List<String> nameEndings = words(lines("last-name-parts").skip(1));
    final Skewed<String> streets = Skewed.byRank(lines("street-names").toList(), 6);
    final Skewed<Suffix> suffixes = Skewed.byRank(
            SUFFIXES.stream()
                    .map(pair -> pair.split(" "))
                    .map(pair -> new Suffix(pair[0], pair[1]))
                    .toList(),
            1);
    final Skewed<Town> towns = Skewed.by(lines("towns").map(Pools::town).toList(), Town::share);
    final List<String> companyBeginnings = companies(0);
    final Skewed<String> companyTrades = Skewed.byRank(companies(1), 8);
    final Skewed<String> companyEndings = Skewed.byRank(companies(2), 1);
    final Skewed<String> mailDomains = Skewed.byRank(
            List.of(
                    "gmail.example",
                    "yahoo.example",
                    "outlook.example",
                    "inbox.example",
                    "cloud.example",
                    "post.example",
                    "ohiomail.example",
                    "rivercity.example",
                    "fastmail.example"),
            0);
    final List<String> notes = phrases("note");
    final List<String> memos = phrases("memo");
    final Skewed<String> summaries = Skewed.byRank(phrases("summary"), 3);
    final Skewed<String> sources = Skewed.byRank(phrases("source"), 0);
    final Skewed<String> units = Skewed.byRank(phrases("unit"), 0);
    final Skewed<String> suites = Skewed.byRank(phrases("suite"), 0);

    private static Town town(String line) {
        String[] part = line.split("\\|");
        return new Town(
                part[0],
                part[1],
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]),
                Integer.parseInt(part[4]),
                Skewed.byRank(List.of(part[5].split(" ")), 3),
                List.of(part[6].split(" ")));
    }

    private static List<String> companies(int line) {
        return words(lines("companies").skip(line).limit(1)).stream()
                .map(word -> word.replace('-', ' '))
                .toList();
    }

    private static List<String> phrases(String kind) {
        return lines("phrases")
                .map(line -> line.split("\\|", 2))
                .filter(part -> part[0].equals(kind))
                .map(part -> part[1])
                .toList();
    }

    private static List<String> words(Stream<String> lines) {
        return lines.flatMap(line -> Arrays.stream(line.split(" "))).distinct().toList();
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = Pools.class.getResourceAsStream("/bench/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no list " + name);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
