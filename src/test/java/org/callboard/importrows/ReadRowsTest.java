package org.callboard.importrows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.callboard.addresses.Address;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.ReadRows.ReadRow;
import org.callboard.importrows.RowKind.RowKey;
import org.callboard.importrows.StagedRow.Part;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.CompanyFields;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.DateOrder;
import org.callboard.sheets.Dates;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SheetLayout;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadRowsTest {

    private final ReadRows reading = new ReadRows();
    private final Names kind = new Names();
    private final RowMemory memory = new RowMemory(numbers -> Map.of());
    private final RowList list = new RowList(
            ImportKind.Leads,
            List.of("Name"),
            new SheetLayout(1, List.of(), List.of(), List.of()),
            new Choices(
                    List.of(Optional.of(new ColumnField(ImportField.name, ""))),
                    null,
                    null,
                    null,
                    OnMatch.Attach,
                    Choices.Existing.NONE,
                    null,
                    false),
            new CompanyFormats(
                    "US",
                    "USA",
                    new Dates("US", ZoneOffset.UTC, DateOrder.Unknown),
                    CompanyFields.of(List.of(), List.of())));

    @AfterEach
    void stop() {
        reading.close();
    }

    private static List<StagedRow> rows(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new StagedRow(number, List.of("Name " + number)))
                .toList();
    }

    private List<String> names(List<StagedRow> rows, List<StagedRow> next) {
        return reading.of(kind, list, new Part(rows, next), memory).stream()
                .map(ReadRow::draft)
                .toList();
    }

    @Test
    void eachRowIsReadOnceWhateverPartsTheyComeIn() {
        names(rows(2, 101), rows(102, 401));
        names(rows(102, 151), rows(152, 451)); // parts got shorter
        assertThat(names(rows(152, 451), List.of())).startsWith("Name 152").endsWith("Name 451");
        assertThat(kind.read).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void aRowThatIsAnotherWhenItsTurnComesIsReadAnew() {
        names(rows(2, 3), rows(4, 5));
        assertThat(names(List.of(new StagedRow(4, List.of("Mended")), new StagedRow(5, List.of("Name 5"))), List.of()))
                .containsExactly("Mended", "Name 5");
        assertThat(kind.read).containsExactlyInAnyOrder("Name 2", "Name 3", "Name 4", "Mended", "Name 5");
    }

    @Test
    void whatFailsAheadFailsInItsTurnAndNotBefore() {
        StagedRow broken = new StagedRow(4, List.of("broken"));
        assertThat(names(rows(2, 3), List.of(broken))).containsExactly("Name 2", "Name 3");
        assertThatThrownBy(() -> names(List.of(broken), List.of())).hasMessage("broken");
    }

    @Test
    void rowsAreReadAlsoWhenTheServerIsAboutToStop() {
        reading.close();
        assertThat(names(rows(2, 3), rows(4, 5))).containsExactly("Name 2", "Name 3");
        assertThat(names(rows(4, 5), List.of())).containsExactly("Name 4", "Name 5");
    }

    /** A kind of list that has names and nothing else. */
    private static final class Names implements RowKind<String> {

        private final Queue<String> read = new ConcurrentLinkedQueue<>();

        @Override
        public String read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors) {
            String name = String.valueOf(cells.get(ImportField.name));
            if (name.equals("broken")) {
                throw new IllegalStateException(name);
            }
            read.add(name);
            return name;
        }

        @Override
        public ImportKind kind() {
            return ImportKind.Leads;
        }

        @Override
        public int atATime() {
            return 100;
        }

        @Override
        public void check(long tenant, Choices choices, FieldErrors errors) {}

        @Override
        public Probe probe(String draft) {
            return new Probe(draft, null, List.of());
        }

        @Override
        public List<Address> addresses(String draft) {
            return List.of();
        }

        @Override
        public List<RowKey> keys(String draft, RowCells cells, Choices choices, String region) {
            return List.of(new RowKey("name", draft));
        }

        @Override
        public Map<Integer, Aim> aims(long tenant, RowList list, List<Candidate<String>> rows, boolean locked) {
            return Map.of();
        }

        @Override
        public Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows, RowMemory memory) {
            return Map.of();
        }
    }
}
