package org.callboard.web.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.importrows.StagedRow;
import org.callboard.imports.Import;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.sheets.ImportField;
import org.callboard.validation.VisibleText;

/**
 * That a list seems to come from here, and so to change what is on record.
 *
 * @param by what tells the records that it changes
 * @param why in sentences for people
 */
record UpdateSuggestion(UpdateBy by, String why) {

    /** As a spreadsheet may have made it of the one that was exported. */
    private static final Pattern ID = Pattern.compile("0*(\\d{1,18})(?:\\.0+)?");

    /**
     * What a list suggests, as far as its first rows tell.
     *
     * @param first also those that are none of the list's own
     * @param names gives the names of customers by their ids
     */
    static Optional<UpdateSuggestion> of(
            Import list, List<StagedRow> first, Function<Collection<Long>, Map<Long, String>> names) {
        return switch (list.kind()) {
            case Leads -> Optional.empty();
            case Customers -> ofCustomers(list, first, names);
            case Locations ->
                Optional.of(new UpdateSuggestion(
                                UpdateBy.LocationId,
                                "The list has location IDs, as those that are exported here: each row changes the location"
                                        + " with its ID."))
                        .filter(one -> list.choices().has(ImportField.locationId));
        };
    }

    /**
     * Anybody's customers have ids, and a low number is a customer here too. So all ids of the first rows must be those of
     * customers here, and the name of one must stand beside its id.
     */
    private static Optional<UpdateSuggestion> ofCustomers(
            Import list, List<StagedRow> first, Function<Collection<Long>, Map<Long, String>> names) {
        Map<Long, String> listed = new LinkedHashMap<>();
        for (StagedRow row : first) {
            String id = cell(row, list.choices().column(ImportField.customerId));
            if (row.number() <= list.layout().headerRow() || id.isEmpty()) {
                continue;
            }
            Matcher number = ID.matcher(id);
            if (!number.matches()) {
                return Optional.empty();
            }
            listed.put(Long.valueOf(number.group(1)), cell(row, list.choices().column(ImportField.name)));
        }
        Map<Long, String> known = listed.isEmpty() ? Map.of() : names.apply(listed.keySet());
        if (!known.keySet().containsAll(listed.keySet())) {
            return Optional.empty();
        }
        return known.entrySet().stream()
                .filter(one -> one.getValue().equalsIgnoreCase(listed.get(one.getKey())))
                .findFirst()
                .map(
                        one -> new UpdateSuggestion(
                                UpdateBy.CustomerId,
                                "The IDs in this list are those of customers here, such as %d for %s: it seems to have been exported"
                                                .formatted(one.getKey(), one.getValue())
                                        + " here. So each row changes the customer with its ID, unless you choose otherwise below."));
    }

    private static String cell(StagedRow row, int at) {
        return at >= 0 && at < row.cells().size()
                ? VisibleText.strip(row.cells().get(at))
                : "";
    }
}
