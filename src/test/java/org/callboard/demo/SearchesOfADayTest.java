package org.callboard.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.database.Caller;
import org.callboard.testing.Browser;
import org.callboard.testing.FreshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A CSR of the demonstration types what people type: whom they mean stands first or second, with a typing error too. */
class SearchesOfADayTest {

    private static final int SHOWN = 2;

    /** Who is to be found. */
    private record Wanted(String typed, String kind, String name) {}

    @TempDir
    Path data;

    @Test
    void whoIsMeantStandsFirstOrSecond() throws IOException {
        try (FreshServer demo = FreshServer.withDemo("demo_searches", data);
                Browser browser = Browser.open(demo.url())) {
            Page page = browser.signIn(credential("CSR_EMAIL"), credential("CSR_PASSWORD"));
            List<String> missed = new ArrayList<>();
            for (Wanted wanted : wanted(demo)) {
                List<String> lines = search(page, wanted.typed);
                if (lines.stream()
                        .limit(SHOWN)
                        .noneMatch(line -> line.startsWith(wanted.kind + " ") && line.contains(wanted.name))) {
                    missed.add(wanted + " among " + lines.stream().limit(4).toList());
                }
            }
            assertThat(missed).isEmpty();
            page.locator("#search").fill("xqzv nobody");
            assertThat(page.locator("#search-panel")).containsText("Nothing fits");
        }
    }

    /** The lines below the box, the kind of each before what it shows. */
    private static List<String> search(Page page, String typed) {
        page.locator("#search").fill(typed);
        assertThat(page.locator("#search-option-new")).hasText("New customer “" + typed + "”");
        return page.locator("#search-panel .cb-found:not(.is-new)").all().stream()
                .map(SearchesOfADayTest::line)
                .toList();
    }

    private static String line(Locator option) {
        String id = Objects.requireNonNull(option.getAttribute("id"));
        String kind = id.replaceFirst("search-(\\w+?)s-\\d+", "$1");
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + option.innerText();
    }

    private static List<Wanted> wanted(FreshServer demo) throws IOException {
        String job = number(demo, "select min(id) from job");
        String invoice = number(demo, "select min(id) from invoice");
        List<String> lines;
        try (var file =
                Objects.requireNonNull(SearchesOfADayTest.class.getResourceAsStream("/searches-of-a-day.txt"))) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<Wanted> all = lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace("JOB", job).replace("INVOICE", invoice))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .flatMap(parts -> Stream.of(parts.get(0), parts.get(1))
                        .filter(typed -> !typed.isEmpty())
                        .map(typed -> new Wanted(typed, parts.get(2), parts.get(3))))
                .toList();
        assertThat(all).hasSizeGreaterThan(80);
        return all;
    }

    private static String number(FreshServer demo, String sql) {
        return Caller.system(Demo.TENANT)
                .call(() ->
                        demo.bean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    /** A value of the file that the demonstration writes, in shell form. */
    private String credential(String name) throws IOException {
        return Files.readAllLines(data.resolve("demo.env")).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).replace("'", ""))
                .findFirst()
                .orElseThrow();
    }
}
