package org.callboard.web.layout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sheets say one thing a line, of the classes that pages use and of no others. */
class StylesTest {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SHARED = ASSETS.resolve("frame");
    private static final Pattern SELECTED = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern GIVEN = Pattern.compile("(?<![\\w:])class=\"([^\"]*)\"|className = ['\"`]([^'\"`]*)");
    private static final Pattern COMPUTED = Pattern.compile("th:class(?:append)?=\"([^\"]*)\"");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern COMPOSED = Pattern.compile("\\|([^|]*)\\|");
    private static final Pattern LOOKED_FOR =
            Pattern.compile("(?:(?<![\\w)}\\]])|\\b(?:a|article|button|div|main|section))\\.([a-z][\\w-]*)");
    private static final Pattern LOADED = Pattern.compile("/assets/([\\w/-]+\\.css)");
    private static final Pattern OF_A_PAGE = Pattern.compile("\\bassets='([^']*)'");
    private static final Pattern OF_EVERY_PAGE = Pattern.compile("each=\"sheet : ([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");

    /** A class, or where the rest is a value: the beginning of one. */
    private static final Pattern CLASS = Pattern.compile("([a-z][\\w-]*)(\\$\\{)?\\S*");

    private static final Map<Path, String> SHEETS = texts(ASSETS, ".css");
    private static final Map<Path, String> PAGES = texts(TEMPLATES, ".html");
    private static final Map<Path, String> SCRIPTS = texts(ASSETS, ".js");

    private static Map<Path, String> texts(Path folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    /** The classes that a sheet has selectors for. */
    private static Set<String> classes(String sheet) {
        return all(SELECTED, sheet.replaceAll("(?m)^.*;$", ""));
    }

    private static Set<String> classesOfAllSheets() {
        return classes(String.join("\n", SHEETS.values()));
    }

    /** The groups of what matches. */
    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            for (int i = Math.min(1, match.groupCount()); i <= match.groupCount(); i++) {
                if (match.group(i) != null) found.add(match.group(i));
            }
        }
        return found;
    }

    /** What pages and scripts put into attributes, some of it a beginning that ends in {@code ${}. */
    private static Set<String> given(String text) {
        List<String> values = new ArrayList<>(all(GIVEN, text));
        for (String expression : all(COMPUTED, text)) {
            all(QUOTED, expression).stream()
                    .filter(literal -> literal.contains("-")) // what has none is compared with
                    .forEach(values::add);
            all(COMPOSED, expression).forEach(composed -> values.add(composed.replaceAll("\\$\\{[^}]*}", "\\${")));
        }
        Set<String> given = new TreeSet<>();
        for (String value : values) {
            for (MatchResult match : CLASS.matcher(value).results().toList()) {
                given.add(match.group(1) + (match.group(2) == null ? "" : "${"));
            }
        }
        return given;
    }

    @Test
    void everyDeclarationHasALineOfItsOwn() {
        SHEETS.forEach((file, text) -> {
            String plain = text.replaceAll("\"[^\"]*\"|\\([^()]*\\)", "");
            assertThat(plain.lines().map(String::strip).filter(line -> !line.isEmpty()))
                    .as(file.toString())
                    .allMatch(line -> line.matches("[^;{}]*[{,]|[^;{}]+;|}"));
        });
    }

    @Test
    void everySheetIsLoadedAndEveryLoadedSheetIsThere() {
        String pages = String.join("\n", PAGES.values());
        Set<Path> loaded = new TreeSet<>();
        all(LOADED, pages).forEach(one -> loaded.add(ASSETS.resolve(one)));
        all(OF_A_PAGE, pages).stream()
                .flatMap(all -> Stream.of(all.split(" ")))
                .filter(one -> one.endsWith(".css"))
                .forEach(one -> loaded.add(ASSETS.resolve(one)));
        all(QUOTED, all(OF_EVERY_PAGE, pages).iterator().next())
                .forEach(one -> loaded.add(SHARED.resolve(one + ".css")));
        assertThat(loaded).isEqualTo(SHEETS.keySet());
    }

    @Test
    void everyClassOfASheetIsUsed() {
        String users = Stream.of(PAGES, SCRIPTS, texts(Path.of("src/main/java/org/callboard/web"), ".java"))
                .flatMap(texts -> texts.values().stream())
                .collect(joining("\n"));
        Set<String> words = all(WORD, users);
        Set<String> beginnings = all(Pattern.compile("([a-z][\\w-]*)\\$\\{"), users);
        assertThat(classesOfAllSheets())
                .allMatch(name -> words.contains(name) || beginnings.stream().anyMatch(name::startsWith));
    }

    @Test
    void everyClassOfAPageStandsInASheetOrIsLookedFor() throws IOException {
        Set<String> known = classesOfAllSheets();
        try (InputStream bootstrap = StylesTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/bootstrap/5.3.8/dist/css/bootstrap.css")) {
            known.addAll(classes(new String(bootstrap.readAllBytes(), StandardCharsets.UTF_8)));
        }
        known.addAll(all(
                LOOKED_FOR,
                Stream.of(PAGES, SCRIPTS, texts(Path.of("src/test/java"), ".java"))
                        .flatMap(texts -> texts.values().stream())
                        .collect(joining("\n"))));
        Set<String> missing = new TreeSet<>();
        Stream.of(PAGES, SCRIPTS)
                .forEach(texts -> texts.forEach((file, text) -> given(text).stream()
                        .filter(name -> name.endsWith("${")
                                ? known.stream().noneMatch(one -> one.startsWith(name.replace("${", "")))
                                : !known.contains(name))
                        .forEach(name -> missing.add(file + " " + name))));
        assertThat(missing).isEmpty();
    }

    /** {@code cb-} is what all screens share; a state of something is {@code is-}; Bootstrap's keep their names. */
    @Test
    void whatAllScreensShareHasOnePrefix() {
        Set<String> shared = classes(SHEETS.entrySet().stream()
                .filter(sheet -> sheet.getKey().startsWith(SHARED))
                .map(Map.Entry::getValue)
                .collect(joining("\n")));
        assertThat(shared).allMatch(name -> name.matches("(cb|is|btn|form|dropdown)-.*|btn|disabled|page-link"));
        SHEETS.forEach((file, text) -> assertThat(classes(text))
                .as(file.toString())
                .allMatch(name -> !name.startsWith("cb-") || shared.contains(name)));
    }
}
