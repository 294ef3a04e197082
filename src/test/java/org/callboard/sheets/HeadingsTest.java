package org.callboard.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

/** What columns hold by their names. */
class HeadingsTest {

    private static final CustomColumns CUSTOM = new CustomColumns(Map.of(17L, "Gate code", 18L, "Notes"));

    private static List<String> fields(ImportKind kind, String columns) {
        return Mapping.of(kind, List.of(columns.split(",")), CUSTOM, Map.of(), new FieldErrors()).stream()
                .map(field -> field.map(ColumnField::word).orElse("-"))
                .toList();
    }

    @Test
    void aPartOfAnAddressBelongsToTheAddressThatItNames() {
        assertThat(fields(
                        ImportKind.Customers,
                        "Service Address,Service City,Svc Phone,Billing Street 1,Bill To City,Billing Postal Code,Mailing"
                                + " State/Province,Home ZipCode,Business Country/Region,POAddressLine3,SAPostalCode"))
                .containsExactly(
                        "service.street",
                        "service.city",
                        "-",
                        "billing.street",
                        "billing.city",
                        "billing.zip",
                        "mailing.state",
                        "home.zip",
                        "work.country",
                        "mailing.street",
                        "service.zip");
        assertThat(fields(
                        ImportKind.Customers,
                        "Address_1 Street Line 1,Address_12 Street Line 2,Address_140 Postal Code,Address 1 - Region,Address"
                                + " 1 - Type,Address_2 Billing?"))
                .containsExactly(
                        "address[1].street",
                        "address[12].unit",
                        "address[140].zip",
                        "address[1].state",
                        "-",
                        "address[2].isBilling");
    }

    @Test
    void severalColumnsMayBeANumberAndOneTheName() {
        assertThat(fields(
                        ImportKind.Leads, "Full Name,Home Phone,Work Phone,Cell Phone,Phone 1 - Value,Phone 1 - Type"))
                .containsExactly("name", "phone", "phone", "mobilePhone", "phone[1]", "phoneLabel[1]");
        assertThat(fields(ImportKind.Leads, "Customer full name,Full name,Display Name,E-mail,E-mail 2 Address,Fax"))
                .containsExactly("name", "person", "-", "email", "email", "headedNotes");
    }

    @Test
    void aFieldOfTheCompanyIsKnownByItsName() {
        assertThat(fields(ImportKind.Customers, "gate code,Notes,Tags,CFT[Alarm]"))
                .containsExactly("customField[17]", "notes", "tag", "-");
        assertThat(fields(ImportKind.Customers, "CFT[Gate code]")).containsExactly("customField[17]");
        FieldErrors errors = new FieldErrors();
        Mapping.of(ImportKind.Customers, List.of("A"), CUSTOM, Map.of("A", "customField[19]"), errors);
        assertThat(errors.has("mapping")).isTrue();
    }

    /** Every line of the table names something, and itself. */
    @Test
    void everyWordIsRead() {
        for (ImportKind kind : ImportKind.values()) {
            for (ColumnField field : ColumnField.choices(
                    kind,
                    List.of(
                            Optional.of(new ColumnField(ImportField.city, "address[7]")),
                            Optional.of(new ColumnField(ImportField.phone, "3"))),
                    kind == ImportKind.Customers ? CUSTOM : CustomColumns.NONE)) {
                assertThat(ColumnField.named(kind, field.word())).contains(field);
                assertThat(ColumnField.parse(field.word())).isEqualTo(field);
            }
        }
        assertThat(Headings.unread()).isEmpty();
    }
}
