package org.callboard.listchoices;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.CountryRules;
import org.callboard.sheets.ImportField;
import org.callboard.validation.FieldErrors;

/** Whether the columns of a list make a whole address. */
public final class AddressColumns {

    private static final List<ImportField> REQUIRED =
            List.of(ImportField.street, ImportField.city, ImportField.state, ImportField.zip);
    private static final List<ImportField> PLACE = REQUIRED.subList(1, REQUIRED.size());

    private AddressColumns() {}

    /** Notes the columns that are missing; of an address in one cell, none are. */
    public static void check(Choices choices, String region, FieldErrors errors) {
        Map<String, Set<ImportField>> addresses = choices.addresses();
        boolean inOneColumn = addresses.values().stream()
                .anyMatch(fields -> fields.contains(ImportField.street) && Collections.disjoint(fields, PLACE));
        List<ImportField> needed = needed(region, choices.has(ImportField.country));
        boolean isWhole = addresses.values().stream()
                .anyMatch(fields -> fields.containsAll(needed(region, fields.contains(ImportField.country))));
        if (!inOneColumn && !isWhole) {
            for (ImportField field : needed) {
                errors.addIf(!choices.has(field), "mapping", "Say which column has the " + field.word() + ".");
            }
            errors.addIf(
                    needed.stream().allMatch(choices::has),
                    "mapping",
                    "Say which columns are of one address: street, city, state and ZIP.");
        }
    }

    /**
     * The columns of an address in the company's country. Where a column names the country, each row is held to its own by
     * itself, which may have no states and no postal codes.
     */
    private static List<ImportField> needed(String region, boolean named) {
        CountryRules rules = CountryRules.of(region, null);
        return REQUIRED.stream()
                .filter(field -> field != ImportField.state || !named && rules.needs(AddressPart.State))
                .filter(field -> field != ImportField.zip || !named && rules.needs(AddressPart.Zip))
                .toList();
    }
}
