package org.callboard.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.changes.Diff.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What changed between two states is told field by field, by the names that the wire has. */
class DiffTest {

    record Person(@Nullable String leadPhone, @Nullable String leadEmail) {}

    record State(
            String name,
            boolean doNotMail,
            Address address,
            @Nullable Coordinates coordinates,
            @JsonUnwrapped @Nullable Person person,
            @Nullable Long zoneId) {}

    private static final Address HOME = new Address("1 Elm", null, "Dayton", "OH", "45402", "USA");
    private static final State BEFORE = new State("Ada", false, HOME, null, new Person("1", null), 7L);

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(Diff.between(
                                BEFORE,
                                new State(
                                        "Ada",
                                        false,
                                        new Address("1 Elm", null, "Dayton", "OH", "45402", "USA"),
                                        null,
                                        new Person("1", null),
                                        7L))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anAmountIsTheSameWithMoreZeros() {
        BigDecimal amount = new BigDecimal("1000");
        assertThat(Diff.none().field("limit", amount, new BigDecimal("1000.00")).isEmpty())
                .isTrue();
        assertThat(Diff.none().field("limit", amount, new BigDecimal("1000.01")).isEmpty())
                .isFalse();
        assertThat(Diff.none().field("limit", amount, null).isEmpty()).isFalse();
    }

    @Test
    void theOrderIsThatOfTheComponentsAndARecordWithinIsTakenApartWhereItIsUnwrapped() {
        Address cabin = new Address("2 Oak", null, "Dayton", "OH", "45402", "USA");
        State after = new State("Bo", true, cabin, new Coordinates(1.5, 2), new Person("1", "a@b.example"), null);
        assertThat(Diff.between(BEFORE, after).fields())
                .containsExactly(
                        new Field("name", "Ada", "Bo"),
                        new Field("doNotMail", false, true),
                        new Field("address", HOME, cabin),
                        new Field("coordinates", null, new Coordinates(1.5, 2)),
                        new Field("leadEmail", null, "a@b.example"),
                        new Field("zoneId", 7L, null));
    }

    @Test
    void aRecordThatComesOrGoesIsToldByItsParts() {
        State gone = new State("Ada", false, HOME, null, null, 7L);
        assertThat(Diff.between(BEFORE, gone).fields()).containsExactly(new Field("leadPhone", "1", null));
        assertThat(Diff.none().field("customerId", 1, 2).and(gone, BEFORE).fields())
                .containsExactly(new Field("customerId", 1, 2), new Field("leadPhone", null, "1"));
    }
}
