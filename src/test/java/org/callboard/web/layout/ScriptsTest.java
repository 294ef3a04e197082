package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.testing.Browser;
import org.junit.jupiter.api.Test;

/** Every script can be read, is of one form, and has nothing in it that nobody uses. */
class ScriptsTest {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Path WIDGET = Path.of("src/main/resources/book/widget.js");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int MAX_LINE = 140;

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:\\{ ([^}]*) } from )?'([^']*)';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?:async )?(?:function|const|let) (\\w+)");
    private static final Pattern WORKER =
            Pattern.compile("new SharedWorker\\(new URL\\('\\./([^']*)', import\\.meta\\.url\\)");
    private static final Pattern LOADED = Pattern.compile("<script[^>]*@\\{/assets/([^}]*)}");
    private static final Pattern OF_A_PAGE = Pattern.compile("\\bassets='([^']*)'");

    /** What JSHint finds wrong, one line each. */
    private static final String LINT = """
            ([name, text]) => {
              JSHINT(text, {
                module: true, esversion: 11, undef: true, unused: true, latedef: 'nofunc', eqeqeq: true, quotmark: 'single',
                browser: true, loopfunc: true, laxbreak: true, '-W138': true,
                globals: Object.fromEntries(['htmx', 'console', 'getSelection', 'innerWidth', 'AbortController', 'AbortSignal',
                  'AudioContext', 'EventSource', 'ResizeObserver', 'TransformStream'].map(known => [known, false])),
              });
              return JSHINT.errors.map(one => `${name}:${one.line} ${one.reason}`);
            }""";

    private static final Map<Path, String> SCRIPTS = read(ASSETS, ".js");

    private static Map<Path, String> read(Path folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    @Test
    void theLinterFindsNothing() throws IOException {
        Map<Path, String> all = new TreeMap<>(SCRIPTS);
        all.put(WIDGET, Files.readString(WIDGET));
        List<Object> found = new ArrayList<>();
        try (Browser browser = Browser.open("about:blank");
                InputStream linter = ScriptsTest.class.getResourceAsStream(
                        "/META-INF/resources/webjars/jshint/2.13.6/dist/jshint.js")) {
            Page page = browser.page();
            page.evaluate(new String(linter.readAllBytes(), StandardCharsets.UTF_8));
            all.forEach((file, text) -> found.addAll(
                    (List<?>) page.evaluate(LINT, List.of(file.getFileName().toString(), text))));
            assertThat((List<?>) page.evaluate(LINT, List.of("planted", "const a = \"b\";\nc()")))
                    .hasSize(4);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aLineIsOfOneForm() {
        SCRIPTS.forEach((file, text) -> {
            assertThat(text)
                    .as(file.toString())
                    .endsWith("\n")
                    .doesNotEndWith("\n\n")
                    .doesNotContain("\n\n\n");
            assertThat(text.lines())
                    .as(file.toString())
                    .allMatch(line -> line.length() <= MAX_LINE
                            && line.matches("(?s)(  )*(\\S(.*\\S)?)?")
                            && !line.matches(".*\\((\\w+)\\) =>.*|.*\\bvar .*"));
        });
    }

    @Test
    void whatIsImportedIsExportedAndWhatIsExportedIsImported() {
        Map<Path, Set<String>> exported = new TreeMap<>();
        SCRIPTS.forEach((file, text) -> exported.put(file, names(EXPORT, text)));
        Map<Path, Set<String>> imported = new TreeMap<>();
        SCRIPTS.forEach((file, text) -> IMPORT.matcher(text).results().forEach(one -> {
            Path from = file.resolveSibling(one.group(2)).normalize();
            Set<String> wanted = imported.computeIfAbsent(from, key -> new TreeSet<>());
            if (one.group(1) != null) {
                Arrays.stream(one.group(1).split(", "))
                        .map(name -> name.replaceFirst(" as .*", ""))
                        .forEach(wanted::add);
            }
        }));
        assertThat(exported.keySet()).containsAll(imported.keySet());
        exported.forEach((file, names) -> assertThat(imported.getOrDefault(file, Set.of()))
                .as(file.toString())
                .isEqualTo(names));

        Set<Path> used = new TreeSet<>(imported.keySet());
        SCRIPTS.forEach((file, text) -> names(WORKER, text).forEach(one -> used.add(file.resolveSibling(one))));
        read(TEMPLATES, ".html").values().forEach(page -> {
            names(LOADED, page).forEach(one -> used.add(ASSETS.resolve(one)));
            names(OF_A_PAGE, page).stream()
                    .flatMap(all -> Arrays.stream(all.split(" ")))
                    .filter(one -> one.endsWith(".js"))
                    .forEach(one -> used.add(ASSETS.resolve(one)));
        });
        assertThat(used).isEqualTo(SCRIPTS.keySet());
    }

    /** A page's parts find each other by what they import; only the script that is there before anything is drawn can't. */
    @Test
    void nothingIsSharedThroughTheWindow() {
        SCRIPTS.forEach((file, text) -> {
            if (!file.endsWith("theme.js")) {
                assertThat(text).as(file.toString()).doesNotContainPattern("window\\.\\w+ =[^=]");
            }
        });
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            found.add(match.group(1));
        }
        return found;
    }
}
