package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A file for a spreadsheet holds no formula that somebody else typed. */
class SheetWriterTest {

    /** The signs of a formula: plain, full-width and small ones, raised ones, and the minus that typographers use. */
    private static final List<String> SIGNS = List.of(
            "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "⁺", "⁻", "\u2212", "=\u0338", "＝\u0338");

    /** What a spreadsheet passes over: blanks of many kinds, also those that nobody sees. */
    private static final List<String> BLANKS = List.of(
            "",
            " ",
            "   ",
            "\t",
            "\r",
            "\n",
            "\u000b",
            "\f",
            "\u0085",
            "\u00a0",
            "\u1680",
            "\u2003",
            "\u2028",
            "\u202f",
            "\u205f",
            "\u3000",
            "\u200b",
            "\u200e",
            "\u202e",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u0001",
            " \u3000\t");

    @Test
    void everySignOfAFormulaIsGuardedBehindEveryBlank() throws IOException {
        List<String> formulas = new ArrayList<>();
        BLANKS.forEach(blank -> SIGNS.forEach(sign -> formulas.add(blank + sign + "cmd|' /C calc'!A0")));
        Stream.of("\tx", "\rx", "\nx").forEach(formulas::add);
        List<String> written = written(formulas);
        assertThat(written).isEqualTo(formulas.stream().map(one -> "'" + one).toList());
        assertThat(written.stream().map(SheetWriter::plain)).isEqualTo(formulas);
    }

    @Test
    void anythingElseStandsAsItWasTyped() throws IOException {
        List<String> texts = List.of(
                "",
                " ",
                "Ada Lovelace",
                " Ada",
                "'s-Hertogenbosch",
                "(937) 555-0142",
                "a=b",
                "x; =1",
                "1-2",
                "Zürich",
                "１＋１",
                "≠1",
                "\u00e9=1",
                "\u3000山田");
        assertThat(written(texts)).isEqualTo(texts);
        assertThat(texts.stream().map(SheetWriter::plain)).isEqualTo(texts);
    }

    @Test
    void everyFileThatAnybodyDownloadsIsWrittenSo() {
        Office office = new Office();
        Visitor manager = Visitor.signedIn(office.tenant.user(Role.Manager));
        String formula = "＝HYPERLINK(0)";
        office.customer(formula);
        long list = wrong(office.api, formula);
        for (String path :
                List.of("/customers/export", "/locations/export", "/settings/imports/" + list + "/left-out.csv")) {
            assertGuarded(path, manager.get(path).body(), formula);
        }
        String path = office.api.path("callboard/v1", "/imports/" + list + "/failed.csv");
        assertGuarded(path, office.api.get(path).text(), formula);
    }

    private static void assertGuarded(String path, String file, String formula) {
        assertThat(file).as(path).contains("'" + formula);
        assertThat(file.replace("'" + formula, "")).as(path).doesNotContain(formula);
    }

    /** A list whose only row has no phone and no e-mail: it is wrong, and comes back as a file. */
    private static long wrong(Api api, String name) {
        Api.Answer answer = api.post(
                api.path("callboard/v1", "/imports?kind=Customers"),
                "Name,Street,City,State,ZIP,E-mail," + name + "\n" + name + ",1 Oak St,Dayton,OH,45402,nonsense,x\n",
                "Content-Type",
                "text/csv");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        long id = answer.json().get("id").longValue();
        String path = api.path("callboard/v1", "/imports/" + id);
        Eventually.is("Finished", () -> api.get(path).json().get("state").stringValue());
        return id;
    }

    private static List<String> written(List<String> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter sheet = SheetWriter.begin(out);
        sheet.row(cells);
        sheet.flush();
        return CsvReader.builder().ofCsvRecord(out.toString(UTF_8).substring(1)).stream()
                .flatMap(row -> row.getFields().stream())
                .toList();
    }
}
