package org.callboard.importrows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one kind of list become.
 *
 * @param <D> a record that is to be made
 */
interface RowKind<D> {

    /** A record that is to be made, and the customer that its person is already. */
    record Wanted<D>(D draft, @Nullable Found match) {}

    ImportKind kind();

    /** How many rows are one part of the work: enough to be quick, few enough to be over in a second or two. */
    int atATime();

    /** Notes what a list can't do without, by field. */
    void check(long tenant, Choices choices, FieldErrors errors);

    /** Reads a row by the rules that hold for such a record wherever it comes from; what is wrong is noted by field. */
    D read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors);

    /** Whether a row with these problems may be told from others. */
    default boolean isSomebody(D draft, Map<String, List<String>> problems, Choices choices) {
        return problems.isEmpty();
    }

    /** Whether its rows are about people, who may be customers or open leads already. */
    default boolean isOfPeople() {
        return true;
    }

    /** What is known of the person, to be looked for among the customers. */
    Probe probe(D draft);

    /** The addresses that the row names, as it writes them. */
    List<Address> addresses(D draft);

    /** What two rows that are the same have in common: any one of these, each with a word for people in front. */
    List<RowKey> keys(D draft, RowCells cells, Choices choices, String region);

    /** What becomes of the rows that are about customers or locations on record, by their place. */
    Map<Integer, Aim> aims(long tenant, RowList list, List<Candidate<D>> rows, boolean locked);

    /** Makes the records, in one transaction, and gives their ids in their order. */
    default List<Long> make(long tenant, List<Wanted<D>> wanted) {
        throw new UnsupportedOperationException("of " + kind());
    }

    /** Adds a row to the customer that an earlier row of the list has become. */
    default CustomerUpdate another(long tenant, RowList list, Candidate<D> row, long customer) {
        throw new UnsupportedOperationException("of " + kind());
    }

    /**
     * Takes back what nobody has worked with; gives why the others stay, by the numbers of their rows.
     *
     * @param memory what is known of the rows that were taken back before
     */
    Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows, RowMemory memory);
}
